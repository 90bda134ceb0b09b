using System.Collections.Immutable;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Pulumi.Serialization;

/// <summary>A value with its secrets and unknowns taken out: one of them anywhere within marks the whole.</summary>
internal sealed record Lifted(V Value, bool IsKnown, bool IsSecret, ImmutableHashSet<string> Dependencies)
{
    public static Lifted From(V value) => value switch
    {
        V.Unknown => Plain(value) with { IsKnown = false },
        V.Secret secret => From(secret.Inner) with { IsSecret = true },
        V.Output output => Of(output),
        V.List list => Of(list),
        V.Map map => Of(map),
        _ => Plain(value),
    };

    private static Lifted Plain(V value) => new(value, true, false, []);

    private static Lifted Of(V.Output output)
    {
        var inner = From(output.Value ?? V.Unknown.Instance);
        return inner with
        {
            IsSecret = inner.IsSecret || output.IsSecret,
            Dependencies = inner.Dependencies.Union(output.Dependencies.IsDefault ? [] : output.Dependencies),
        };
    }

    private static Lifted Of(V.List list)
    {
        var items = list.Items.Select(From).ToList();
        return Joined(new V.List(items.Select(item => item.Value)), items);
    }

    private static Lifted Of(V.Map map)
    {
        var items = map.Items.Select(item => (item.Key, Lifted: From(item.Value))).ToList();
        return Joined(PropertyMap.From(items.Select(item => KeyValuePair.Create(item.Key, item.Lifted.Value))), items.Select(item => item.Lifted));
    }

    private static Lifted Joined(V value, IEnumerable<Lifted> parts) => parts.Aggregate(Plain(value), (all, part) => all with
    {
        IsKnown = all.IsKnown && part.IsKnown,
        IsSecret = all.IsSecret || part.IsSecret,
        Dependencies = all.Dependencies.Union(part.Dependencies),
    });
}
