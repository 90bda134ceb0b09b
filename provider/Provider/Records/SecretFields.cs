using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;
using EdgeInfra.Plugin.Diffs;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Records;

/// <summary>
/// Takes the values of fields that are secret by nature out of what is handed on. The SDKs hide all of a property, and every list it comes
/// into, for one secret in it: so digests are handed on, and the values beside them, by their path: <c>policy.signing.secretKey</c>.
/// </summary>
internal static class SecretFields
{
    public static bool Has(IFieldTable table) => table.Any(field => field.HoldsSecret);

    /// <summary>The object with something else in the place of each secret that it has, at any depth.</summary>
    /// <param name="replace">From the secret's path and value.</param>
    public static PropertyMap Replace(IFieldTable table, PropertyMap map, Func<string, V, V> replace) => Replace(table, map, "", replace);

    /// <summary>The object with digests in the place of its secrets.</summary>
    /// <param name="urn">Of a resource in the stack that declares it.</param>
    public static PropertyMap Digested(string urn, IFieldTable table, PropertyMap map) => Replace(table, map, (path, value) =>
        value.Bare() is V.Text(var text) && !SecretDigest.Is(text) ? SecretDigest.Of(Place(urn, table, map, path), text) : value.Bare());

    /// <summary>Only the secrets.</summary>
    public static PropertyMap Values(IFieldTable table, PropertyMap map)
    {
        var values = new List<KeyValuePair<string, V>>();
        Replace(table, map, (path, value) =>
        {
            values.Add(KeyValuePair.Create(path, value is V.Secret ? value : new V.Secret(value)));
            return value;
        });
        return PropertyMap.From(values);
    }

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

    private static PropertyMap Replace(IFieldTable table, PropertyMap map, string above, Func<string, V, V> replace) => map.Select((key, value) =>
        table.Find(key) is not { HoldsSecret: true } field ? value
        : field.Secret ? replace(above + key, value)
        : Part(field.Part!, value, above + key, replace));

    private static V Part(IFieldTable table, V value, string path, Func<string, V, V> replace) => value switch
    {
        V.Secret secret => new V.Secret(Part(table, secret.Inner, path, replace)),
        V.Output { Value: { } inner } output => output with { Value = Part(table, inner, path, replace) },
        V.List list => new V.List(list.Items.Select((item, i) => Part(table, item, $"{path}[{i}]", replace))),
        V.Map map => Replace(table, map.Items, $"{path}.", replace),
        _ => value,
    };

    // The stack and the object's own name, not the resource's: the manifest comes to the same digest as the resource.
    private static string Place(string urn, IFieldTable table, PropertyMap map, string path) => string.Join(
        '\0', Urn.Project(urn), Urn.Stack(urn), table.WirePath, (map["name"].Bare() as V.Text)?.Value, path);
}
