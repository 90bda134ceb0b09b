using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Records;

/// <summary>One object as a program declared it: the normalised record, and which of its fields are unknown or secret.</summary>
/// <remarks>Fields within fields are told by their path. Unknown fields of the record hold their default: ask <see cref="Unknown"/> before relying on one.</remarks>
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
        var fields = Fields(Table, Record, "");
        return Content is not { } content || Contents.NameOf(Table.Kind) is not { } name ? fields
            : fields.With(name, Secret.Contains(name) ? Hidden(content) : content);
    }

    private PropertyMap Fields(IFieldTable table, object record, string above) => PropertyMap.From(
        from field in table
        let path = above + field.Name
        let value = Nested.TryGetValue(path, out var nested) ? nested.ToMap() : Value(field, table.ValueOf(record, field), path)
        let shown = Secret.Contains(path) || field.Secret ? Hidden(value) : value
        where shown is not V.Null
        select KeyValuePair.Create(field.Name, shown));

    // Left out, an empty text or list would be the default.
    private V Value(Field field, object? value, string path) => Unknown.Contains(path) ? V.Unknown.Instance
        : value is "" && field.Default is string { Length: > 0 } ? (V)""
        : value is IReadOnlyCollection<object> { Count: 0 } && field.Default is IReadOnlyCollection<object> { Count: > 0 } ? new V.List([])
        : value is null || field.Part is not { } part ? FieldValue.Write(value)
        : !field.IsList ? Fields(part, value, $"{path}.")
        : field.Records(value).ToList() is { Count: > 0 } records ? new V.List(records.Select((item, i) => Item(part, item, $"{path}[{i}]")))
        : V.None;

    private V Item(IFieldTable part, object record, string path)
    {
        V item = Unknown.Contains(path) ? V.Unknown.Instance : Fields(part, record, $"{path}.");
        return Secret.Contains(path) ? Hidden(item) : item;
    }

    private static V Hidden(V value) => value is V.Null or V.Secret ? value : new V.Secret(value);
}
