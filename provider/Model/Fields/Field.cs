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
    // By this name a record has its table.
    private const string PartTable = "Fields";

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
        IsList = Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(ValueList<>);
        Part = (IsList ? Type.GetGenericArguments()[0] : Type).GetProperty(PartTable)?.GetValue(null) as IFieldTable;
    }

    /// <summary>Name in stack programs and state: <c>betweenBytesTimeout</c>.</summary>
    public string Name { get; }

    /// <summary>Name in the control API: <c>between_bytes_timeout</c>.</summary>
    public string WireName { get; }

    /// <summary>string, int, bool, a record of the model, or a ValueList of texts or records; never a nullable one, see <see cref="Optional"/>.</summary>
    public Type Type { get; }
    public bool IsList { get; }

    /// <summary>The fields of the record that it holds, or of each in its list; null where it holds plain values.</summary>
    public IFieldTable? Part { get; }
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

    /// <summary>Whether it is a secret, or may have one within.</summary>
    public bool HoldsSecret => Secret || (Part?.Any(inner => inner.HoldsSecret) ?? false);
    public bool Replaces => _rules.Replaces;
    public ObjectKind Reference => _rules.Reference;
    public string? Follows => _rules.Follows;
    public bool Sparse => _rules.Sparse;

    /// <summary>Known to the bundled runtime only, not to Fastly's API.</summary>
    public bool Extension => _rules.Extension;

    /// <summary>An <see cref="Extension"/> that can be said to Fastly all the same: in VCL.</summary>
    public bool AsVcl => _rules.AsVcl;
    public ValueList<string> WireAliases { get; }

    public override string ToString() => Name;

    /// <summary>Whether the control API's answers leave it out when it has this value.</summary>
    public bool IsLeftOut(object? value) => Sparse && (value is null or IReadOnlyCollection<object> { Count: 0 });

    /// <summary>The records that a value of this field holds: one, those of a list, or none.</summary>
    public IEnumerable<object> Records(object? value) =>
        value is null || Part is null ? [] : IsList ? (IEnumerable<object>)value : [value];

    internal object? Get(object record) => _property.GetValue(record);

    internal void Set(object record, object? value) => _property.SetValue(record, value);
}
