using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace EdgeInfra.Model;

/// <summary>
/// One field of a model record: its names, its type and its rules. Equal fields of two kinds are two fields: ask the
/// right table.
/// </summary>
public sealed class Field
{
    private readonly PropertyInfo _property;
    private readonly FieldAttribute _rules;

    internal Field(PropertyInfo property, object defaults, NullabilityInfoContext nullability)
    {
        _property = property;
        _rules = property.GetCustomAttribute<FieldAttribute>()!; // only properties that have one get here
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        WireName = _rules.WireName ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Required = property.IsDefined(typeof(RequiredMemberAttribute));
        Default = Required ? null : property.GetValue(defaults);
        Optional = !Required && nullability.Create(property).WriteState is NullabilityState.Nullable;
        OneOf = property.GetCustomAttributes<ChoiceAttribute>().Select(c => new Choice(c.Value, c.Description, c.NotYet, c.Name))
            .ToValueList();
        WireAliases = ValueList.Create<string>(_rules.WireAliases);
    }

    /// <summary>Name in stack programs and state: <c>betweenBytesTimeout</c>.</summary>
    public string Name { get; }

    /// <summary>Name in the control API: <c>between_bytes_timeout</c>.</summary>
    public string WireName { get; }

    /// <summary>string, int, bool or ValueList&lt;string&gt;; never a nullable one, see <see cref="Optional"/>.</summary>
    public Type Type { get; }
    public bool Required { get; }

    /// <summary>May be unset (null).</summary>
    public bool Optional { get; }
    public object? Default { get; }

    /// <summary>What the control API takes when the field is missing from a create.</summary>
    public object? ApiDefault => _rules.ApiDefault ?? Default;
    public string? DefaultFrom => _rules.DefaultFrom;
    public string Description => _rules.Description;
    public string? Unit => _rules.Unit;
    public int? Min => _rules.Min == int.MinValue ? null : _rules.Min;
    public int? Max => _rules.Max == int.MaxValue ? null : _rules.Max;
    public int? MaxLength => _rules.MaxLength == int.MaxValue ? null : _rules.MaxLength;
    public ValueList<Choice> OneOf { get; }
    public TextFormat Format => _rules.Format;
    public bool Secret => _rules.Secret;
    public bool Replaces => _rules.Replaces;
    public ObjectKind Reference => _rules.Reference;
    public string? Follows => _rules.Follows;
    public bool Sparse => _rules.Sparse;

    /// <summary>Known to the bundled runtime only, not to Fastly's API.</summary>
    public bool Extension => _rules.Extension;
    public ValueList<string> WireAliases { get; }

    public override string ToString() => Name;

    /// <summary>Whether the control API's answers leave it out when it has this value.</summary>
    public bool IsLeftOut(object? value) => Sparse && (value is null or ValueList<string> { Count: 0 });

    internal object? Get(object record) => _property.GetValue(record);

    internal void Set(object record, object? value) => _property.SetValue(record, value);
}
