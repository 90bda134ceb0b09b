using System.Collections.Immutable;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Planning;

/// <summary>Rewrites values for a receiver that does not know every kind, and finds what lies within them.</summary>
internal static class Values
{
    /// <summary>The URNs that a value depends on: of output values, and of resources passed as values.</summary>
    public static IEnumerable<string> Dependencies(V value) => value switch
    {
        V.Secret secret => Dependencies(secret.Inner),
        V.Output output => (output.Dependencies.IsDefault ? [] : output.Dependencies).Concat(output.Value is null ? [] : Dependencies(output.Value)),
        V.ResourceReference reference when reference.Urn.Length > 0 => [reference.Urn],
        V.List list => list.Items.SelectMany(Dependencies),
        V.Map map => map.Items.Values.SelectMany(Dependencies),
        _ => [],
    };

    public static PropertyMap WithoutSecrets(PropertyMap map) =>
        Rewrite(map, value => value is V.Secret secret ? secret.Inner : value);

    /// <summary>Resources as their id, or their URN for components.</summary>
    public static PropertyMap WithoutReferences(PropertyMap map) =>
        Rewrite(map, value => value is V.ResourceReference reference ? reference.Id ?? reference.Urn : value);

    /// <summary>Without the top-level values that are not known as a whole.</summary>
    public static PropertyMap WithoutUnknowns(PropertyMap map) => PropertyMap.From(map.Where(item => !item.Value.HasUnknown()));

    // Inside out, so that a change sees its value's parts changed already.
    private static PropertyMap Rewrite(PropertyMap map, Func<V, V> change) => map.Select((_, value) => Rewrite(value, change));

    private static V Rewrite(V value, Func<V, V> change) => change(value switch
    {
        V.Secret secret => new V.Secret(Rewrite(secret.Inner, change)),
        V.Output { Value: { } inner } output => output with { Value = Rewrite(inner, change) },
        V.List list => new V.List(list.Items.Select(item => Rewrite(item, change)).ToImmutableArray()),
        V.Map map => new V.Map(Rewrite(map.Items, change)),
        _ => value,
    });
}
