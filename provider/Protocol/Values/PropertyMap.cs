using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace EdgeInfra.Protocol;

/// <summary>Named values: a resource's inputs or outputs, or an object within them. Immutable; compares by content.</summary>
public sealed class PropertyMap : IReadOnlyDictionary<string, PropertyValue>, IEquatable<PropertyMap>
{
    public static readonly PropertyMap Empty = new(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, PropertyValue> _items;

    private PropertyMap(ImmutableSortedDictionary<string, PropertyValue> items) => _items = items;

    public int Count => _items.Count;

    /// <summary>In ordinal order, whatever the order they were added in: equal maps print alike.</summary>
    public IEnumerable<string> Keys => _items.Keys;

    public IEnumerable<PropertyValue> Values => _items.Values;

    /// <summary>The value of that name, or Null when there is none.</summary>
    public PropertyValue this[string key] => _items.TryGetValue(key, out var value) ? value : PropertyValue.None;

    /// <summary>The value of that name; null when there is none.</summary>
    public PropertyValue? Find(string key) => _items.GetValueOrDefault(key);

    /// <summary>A map of those entries; of two with one name the last one counts.</summary>
    public static PropertyMap From(IEnumerable<KeyValuePair<string, PropertyValue>> items) => Empty.WithAll(items);

    /// <summary>A map of those entries.</summary>
    public static PropertyMap Of(params (string Key, PropertyValue Value)[] items) =>
        From(items.Select(item => KeyValuePair.Create(item.Key, item.Value)));

    public PropertyMap With(string key, PropertyValue value) => new(_items.SetItem(key, value));

    public PropertyMap WithAll(IEnumerable<KeyValuePair<string, PropertyValue>> items) => new(_items.SetItems(items));

    public PropertyMap Without(string key) => new(_items.Remove(key));

    /// <summary>The same names with other values.</summary>
    public PropertyMap Select(Func<string, PropertyValue, PropertyValue> change) =>
        From(_items.Select(item => KeyValuePair.Create(item.Key, change(item.Key, item.Value))));

    /// <summary>Whether a value is not known yet, or something within one is not.</summary>
    public bool HasUnknown() => Values.Any(value => value.HasUnknown());

    /// <inheritdoc cref="PropertyValue.WithoutOutputs"/>
    public PropertyMap WithoutOutputs() => Select((_, value) => value.WithoutOutputs());

    public bool ContainsKey(string key) => _items.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value) => _items.TryGetValue(key, out value);

    public bool Equals(PropertyMap? other) => other is not null && Count == other.Count && _items.SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as PropertyMap);

    public override int GetHashCode() => _items.Aggregate(Count, (hash, item) => HashCode.Combine(hash, item.Key, item.Value));

    public override string ToString() => "{ " + string.Join(", ", _items.Select(item => $"{item.Key}: {item.Value}")) + " }";

    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
