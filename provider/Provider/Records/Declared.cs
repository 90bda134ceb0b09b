using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Records;

/// <summary>One object as a program declared it: the normalised record, and which of its fields are unknown or secret.</summary>
/// <remarks>Unknown fields of the record hold their default: ask <see cref="Unknown"/> before relying on one.</remarks>
internal sealed record Declared(IFieldTable Table, INamed Record)
{
    public ImmutableHashSet<string> Unknown { get; init; } = [];

    public ImmutableHashSet<string> Secret { get; init; } = [];

    /// <summary>Fields given as a whole object rather than by its name.</summary>
    public ImmutableDictionary<string, Declared> Nested { get; init; } = ImmutableDictionary<string, Declared>.Empty;

    /// <summary>What is wrong with single fields, those of nested objects included.</summary>
    public ImmutableArray<Failure> Failures { get; init; } = [];

    /// <summary>
    /// What it holds that belongs to no version: items, entries or the content of a dynamic snippet, as they are given. Null when they are
    /// not managed.
    /// </summary>
    public V? Content { get; init; }

    /// <summary>The name, or null when it is not known.</summary>
    public string? Name => Unknown.Contains("name") || Record.Name.Length == 0 ? null : Record.Name;

    public bool Complete => Unknown.IsEmpty && Content?.HasUnknown() != true && Nested.Values.All(nested => nested.Complete);

    /// <summary>The same declaration with names in the place of nested objects.</summary>
    public Declared Flat() => this with { Nested = Nested.Clear() };

    /// <summary>The object in a program's words with every default settled. What is unset or empty is left out.</summary>
    public PropertyMap ToMap()
    {
        var fields = Fields();
        return Content is not { } content || Contents.NameOf(Table.Kind) is not { } name ? fields
            : fields.With(name, Secret.Contains(name) ? Hidden(content) : content);
    }

    private PropertyMap Fields() => PropertyMap.From(
        from field in Table
        let value = Secret.Contains(field.Name) || field.Secret ? Hidden(Value(field)) : Value(field)
        where value is not V.Null
        select KeyValuePair.Create(field.Name, value));

    private V Value(Field field)
    {
        if (Nested.TryGetValue(field.Name, out var nested))
        {
            return nested.ToMap();
        }

        var value = Table.ValueOf(Record, field);
        return Unknown.Contains(field.Name) ? V.Unknown.Instance
            : value is "" && field.Default is string { Length: > 0 } ? (V)"" // left out it would be the default
            : FieldValue.Write(value);
    }

    private static V Hidden(V value) => value is V.Null or V.Secret ? value : new V.Secret(value);
}
