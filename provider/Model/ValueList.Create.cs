namespace EdgeInfra.Model;

/// <summary>Makes <see cref="ValueList{T}"/>s; the items are copied, later changes of the source do not show.</summary>
public static class ValueList
{
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) =>
        items.IsEmpty ? Empties<T>.List : new ValueList<T>(items.ToArray());

    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => Create<T>(items.ToArray());

    private static class Empties<T>
    {
        public static readonly ValueList<T> List = new([]);
    }
}
