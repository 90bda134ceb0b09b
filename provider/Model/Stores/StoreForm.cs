namespace EdgeInfra.Model;

/// <summary>Which arguments a kind of store takes at all, in any of its modes: what a form for it asks for.</summary>
public static class StoreForm
{
    // A store that holds no objects has no index, no missing pages to tell from forbidden ones, and nothing to sign.
    private static readonly string[] OfObjects = ["listable", "indexDocument", "directoryRedirect", "singlePage"];

    public static ValueList<Field> Of(string kind)
    {
        var stores = Stores.All.Where(store => store.Kind == kind).ToList();
        return StoreArguments.Fields.Where(field => IsTaken(stores, field.Name)).ToValueList();
    }

    /// <summary>Whether no mode can do without it.</summary>
    public static bool Requires(string kind, string argument) =>
        Stores.All.Where(store => store.Kind == kind).All(store => store.Needs.Contains(argument));

    /// <summary>What the modes are called, the default first; empty where there is but one.</summary>
    public static ValueList<string> Modes(string kind) =>
        Stores.All.Where(store => store.Kind == kind && store.Mode is not null).Select(store => store.Mode!).ToValueList();

    /// <summary>The store in words: Amazon S3.</summary>
    public static string Title(string kind) => Stores.All.First(store => store.Kind == kind).Title;

    private static bool IsTaken(List<Store> stores, string argument) =>
        StoreRules.OfStores.Contains(argument) ? stores.Exists(store => store.Needs.Contains(argument) || store.Takes.Contains(argument))
        : argument == "credentials" ? stores.Exists(store => store.Schemes.Count > 0)
        : !OfObjects.Contains(argument) || stores.Exists(store => store.HoldsObjects);
}
