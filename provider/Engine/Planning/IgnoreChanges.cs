using System.Collections.Immutable;
using System.Globalization;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Planning;

/// <summary>The option <c>ignoreChanges</c>: what the named paths held before, they keep.</summary>
internal static class IgnoreChanges
{
    public static PropertyMap Apply(IEnumerable<string> paths, PropertyMap olds, PropertyMap news) =>
        paths.Aggregate(news, (current, path) =>
            Reset(new V.Map(olds), new V.Map(current), PropertyPath.Parse(path).Segments.AsSpan()) is V.Map map ? map.Items : current);

    // Null means that there is no value at this place.
    private static V? Reset(V? old, V? current, ReadOnlySpan<string> rest)
    {
        if (rest.IsEmpty)
        {
            return old;
        }

        return current switch
        {
            V.Secret secret => new V.Secret(Reset(Inside(old), secret.Inner, rest) ?? V.None),
            V.Map map => ResetKeys(Inside(old) as V.Map, map, rest),
            V.List list => ResetItems(Inside(old) as V.List, list, rest),
            _ => current,
        };
    }

    private static V.Map ResetKeys(V.Map? old, V.Map current, ReadOnlySpan<string> rest)
    {
        var keys = rest[0] == PropertyPath.Any
            ? current.Items.Keys.Union(old?.Items.Keys ?? [], StringComparer.Ordinal).ToArray()
            : [rest[0]];
        var items = current.Items;
        foreach (var key in keys)
        {
            var value = Reset(old?.Items.Find(key), items.Find(key), rest[1..]);
            items = value is null ? items.Without(key) : items.With(key, value);
        }

        return new V.Map(items);
    }

    private static V.List ResetItems(V.List? old, V.List current, ReadOnlySpan<string> rest)
    {
        var length = Math.Max(current.Items.Length, old?.Items.Length ?? 0);
        var items = ImmutableArray.CreateBuilder<V>(length);
        for (var i = 0; i < length; i++)
        {
            var now = i < current.Items.Length ? current.Items[i] : null;
            var named = rest[0] == PropertyPath.Any || rest[0] == i.ToString(CultureInfo.InvariantCulture);
            if ((named ? Reset(i < old?.Items.Length ? old.Items[i] : null, now, rest[1..]) : now) is { } value)
            {
                items.Add(value);
            }
        }

        return new V.List(items.ToImmutable());
    }

    private static V? Inside(V? value) => value?.Bare();
}
