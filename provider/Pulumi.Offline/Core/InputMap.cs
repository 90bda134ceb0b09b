using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map argument whose values, or the map itself, may be outputs. Keys are always plain.</summary>
/// <remarks>Of two values with one key the later one counts when maps are merged; <c>Add</c> refuses a second one.</remarks>
public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable,
    IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Output<ImmutableDictionary<string, Input<TValue>>> _items;

    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> items) => _items = items;

    private protected override IOutput Content => _items;

    public Input<TValue> this[string key]
    {
        set => _items = _items.Apply(items => items.SetItem(key, value));
    }

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Of(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Of(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => Later(values);

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => Later(values);

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => Later(values);

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(Output.Tuple(first._items, second._items).Apply(both => both.Item1.SetItems(both.Item2)));
    }

    public void Add(string key, Input<TValue> value) => _items = _items.Apply(items => items.Add(key, value));

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _items = Output.Tuple(_items, values._items).Apply(both => both.Item1.AddRange(both.Item2));
    }

    /// <summary>The entries once the map itself has come; a value may then still be unknown.</summary>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await _items.Data.WaitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (key, input) in data.Value)
        {
            yield return input.AsOutput().Apply(value => KeyValuePair.Create(key, value));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"An {nameof(InputMap<>)} cannot be enumerated: its values may not be known yet.");

    internal override Output<ImmutableDictionary<string, TValue>> AsOutput() => _items.Apply(items =>
        Output.All(items.Select(item => item.Value.AsOutput().Apply(value => KeyValuePair.Create(item.Key, value))))
            .Apply(pairs => pairs.ToImmutableDictionary()));

    private static InputMap<TValue> Of(IEnumerable<KeyValuePair<string, TValue>> values) => new(Output.Create(Inputs(values)));

    private static InputMap<TValue> Later<TMap>(Output<TMap> values)
        where TMap : IEnumerable<KeyValuePair<string, TValue>>
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Apply(map => Inputs(map)));
    }

    private static ImmutableDictionary<string, Input<TValue>> Inputs(IEnumerable<KeyValuePair<string, TValue>>? values) =>
        (values ?? []).ToImmutableDictionary(item => item.Key, item => (Input<TValue>)item.Value);
}
