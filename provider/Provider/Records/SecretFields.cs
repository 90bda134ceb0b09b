using EdgeInfra.Model;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Records;

/// <summary>
/// Takes the values of fields that are secret by nature out of what is handed on. The SDKs hide all of a property, and every list it comes
/// into, for one secret in it: so digests are handed on, and the values beside them.
/// </summary>
internal static class SecretFields
{
    public static bool Has(IFieldTable table) => table.Any(field => field.Secret);

    /// <summary>The object with digests in the place of its secrets.</summary>
    /// <param name="urn">Of a resource in the stack that declares it.</param>
    public static PropertyMap Digested(string urn, IFieldTable table, PropertyMap map) => map.Select((key, value) =>
        table.Find(key) is not { Secret: true } field ? value
        : value.Bare() is V.Text(var text) && !SecretDigest.Is(text) ? SecretDigest.Of(Place(urn, table, map, field), text)
        : value.Bare());

    /// <summary>Only the secrets.</summary>
    public static PropertyMap Values(IFieldTable table, PropertyMap map) => PropertyMap.From(
        from item in map
        where table.Find(item.Key) is { Secret: true }
        select KeyValuePair.Create(item.Key, item.Value is V.Secret ? item.Value : new V.Secret(item.Value)));

    /// <summary>A manifest's inputs with digests in the place of secrets, for its outputs.</summary>
    public static PropertyMap DigestedLists(string urn, PropertyMap inputs) => FieldTables.OfVersions.Where(Has).Aggregate(
        inputs, (known, table) => known.Find(table.ListName) is { } list ? known.With(table.ListName, Within(list, urn, table)) : known);

    private static V Within(V value, string urn, IFieldTable table) => value switch
    {
        V.Secret secret => new V.Secret(Within(secret.Inner, urn, table)),
        V.List list => new V.List(list.Items.Select(item => Within(item, urn, table))),
        V.Map map => Digested(urn, table, map.Items),
        _ => value,
    };

    // The stack and the object's own name, not the resource's: the manifest comes to the same digest as the resource.
    private static string Place(string urn, IFieldTable table, PropertyMap map, Field field) => string.Join(
        '\0', Urn.Project(urn), Urn.Stack(urn), table.WirePath, (map["name"].Bare() as V.Text)?.Value, field.Name);
}
