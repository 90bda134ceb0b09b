using EdgeInfra.Model;
using EdgeInfra.Plugin.Records;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Versions;

/// <summary>A ServiceVersion's outputs, and the inputs that a version which is really there would have come from.</summary>
internal static class VersionOutputs
{
    /// <param name="urn">Of the ServiceVersion.</param>
    public static PropertyMap Of(string urn, PropertyMap inputs, ServiceVersion content, Activated outcome) => Shown(urn, inputs)
        .With("number", outcome.Number)
        .With("previousNumber", outcome.Previous ?? 0)
        .With("active", outcome.Active)
        .With("staged", outcome.Staged)
        .With("fingerprint", Fingerprint.Of(content));

    /// <summary>Inputs leave out lists that are empty; a program may look at each of them, and sees digests where the inputs hold secrets.</summary>
    public static PropertyMap Shown(string urn, PropertyMap inputs) => SecretFields.DigestedLists(urn, inputs).WithAll(FieldTables.OfVersions
        .Where(table => !inputs.ContainsKey(table.ListName)).Select(table => KeyValuePair.Create(table.ListName, (V)new V.List([]))));

    public static int Number(PropertyMap state) => state["number"].Bare() is V.Number number ? (int)number.Value : 0;

    public static int Previous(PropertyMap state) => state["previousNumber"].Bare() is V.Number number ? (int)number.Value : 0;

    /// <summary>
    /// Inputs that pass Check unchanged, with the contents of <paramref name="old"/>. Lists keep the order they had before; what is new comes last, by name.
    /// </summary>
    public static PropertyMap Inputs(ServiceVersion version, Manifest old)
    {
        var lists = old.Lists.Select(list => list with { Items = [.. Ordered(version, list)], Unknown = false });
        return (old with { ServiceId = version.ServiceId, Comment = version.Comment, Lists = [.. lists], Settings = SettingsOf(version, old.Settings) })
            .ToInputs();
    }

    // Those that a program leaves at their defaults stay unsaid as long as they are.
    private static Declared? SettingsOf(ServiceVersion version, Declared? before) => before is null && version.Settings == new Settings()
        ? null
        : new(Settings.Fields, version.Settings) { Secret = before?.Secret ?? [] };

    private static IEnumerable<Declared?> Ordered(ServiceVersion version, ManifestList before)
    {
        var order = before.Known.Select(item => item.Name!).ToList();
        return from item in version.Objects(before.Table.Kind)
               let position = order.IndexOf(item.Name)
               orderby position < 0 ? int.MaxValue : position, item.Name
               select new Declared(before.Table, (INamed)before.Table.Normalise(item))
               {
                   Secret = before.Known.FirstOrDefault(known => known.Name == item.Name)?.Secret ?? [],
                   Content = before.Known.FirstOrDefault(known => known.Name == item.Name)?.Content,
               };
    }
}
