using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list argument whose elements, or the list itself, may be outputs. Written as <c>{ a, b }</c>.</summary>
/// <remarks>It cannot be read with <c>foreach</c>: its elements may not be known yet.</remarks>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Output<ImmutableArray<Input<T>>> _items;

    public InputList()
        : this(Output.Create(ImmutableArray<Input<T>>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> items) => _items = items;

    private protected override IOutput Content => _items;

    public static implicit operator InputList<T>(T value) => Of([value]);

    public static implicit operator InputList<T>(Output<T> value) => Of([value]);

    public static implicit operator InputList<T>(Input<T> value) => Of([value]);

    public static implicit operator InputList<T>(T[] values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(Output<T>[] values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(Input<T>[] values) => Of(values);

    public static implicit operator InputList<T>(List<T> values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(List<Output<T>> values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(List<Input<T>> values) => Of(values);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of(values);

    public static implicit operator InputList<T>(Output<T[]> values) => Later(values, items => items);

    public static implicit operator InputList<T>(Output<List<T>> values) => Later(values, items => items);

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => Later(values, items => items);

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) =>
        Later(values, items => items.IsDefault ? [] : items);

    public void Add(params Input<T>[] inputs) => Add((InputList<T>)inputs);

    /// <summary>Appends the list's elements; not the list as one element.</summary>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _items = Joined(inputs);
    }

    public InputList<T> Concat(InputList<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Joined(other));
    }

    /// <summary>The elements once the list itself has come; an element may then still be unknown.</summary>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await _items.Data.WaitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var item in data.Value)
        {
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"An {nameof(InputList<>)} cannot be enumerated: its elements may not be known yet.");

    internal override Output<ImmutableArray<T>> AsOutput() => _items.Apply(items => Output.All(items.AsEnumerable()));

    private static InputList<T> Of(IEnumerable<Input<T>> values) => new(Output.Create(values.ToImmutableArray()));

    private static InputList<T> Later<TList>(Output<TList> values, Func<TList, IEnumerable<T>> items)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Apply(list => list is null ? [] : items(list).Select(item => (Input<T>)item).ToImmutableArray()));
    }

    private Output<ImmutableArray<Input<T>>> Joined(InputList<T> other) =>
        Output.Tuple(_items, other._items).Apply(both => both.Item1.AddRange(both.Item2));
}
