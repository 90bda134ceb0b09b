using System.Collections.Immutable;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Yaml;

/// <summary>
/// What stands for a value in a YAML program, before it is evaluated. Closed: the cases below are all there are.
/// </summary>
internal abstract record Expression
{
    private Expression(SourceSpot at) => At = at;

    public SourceSpot At { get; }

    /// <summary>Every name that has to be evaluated before this can be.</summary>
    public IEnumerable<Reference> References() => All().OfType<Reference>();

    public IEnumerable<Call> Calls() => All().OfType<Call>();

    private IEnumerable<Expression> All() => this switch
    {
        Text text => text.Parts.SelectMany(part => part.All()),
        Items items => items.Elements.SelectMany(element => element.All()),
        Fields fields => fields.Entries.SelectMany(field => field.Value.All()),
        Call call => call.Argument.All().Append(call),
        _ => [this],
    };

    public sealed record Literal(SourceSpot At, PropertyValue Value) : Expression(At);

    /// <summary>Text with references in it; its value is always a string.</summary>
    public sealed record Text(SourceSpot At, ImmutableArray<Expression> Parts) : Expression(At);

    /// <summary>A whole value <c>${name.path}</c>; keeps the type of what it refers to.</summary>
    public sealed record Reference(SourceSpot At, string Name, ImmutableArray<Access> Path) : Expression(At)
    {
        public override string ToString() => Name + string.Concat(Path);
    }

    public sealed record Items(SourceSpot At, ImmutableArray<Expression> Elements) : Expression(At);

    public sealed record Fields(SourceSpot At, ImmutableArray<Field> Entries) : Expression(At)
    {
        public Expression? this[string name] => Entries.FirstOrDefault(entry => entry.Name == name)?.Value;
    }

    /// <summary>A function <c>fn::name</c>, always with one argument, which may be a list or an object.</summary>
    public sealed record Call(SourceSpot At, string Function, Expression Argument) : Expression(At);
}
