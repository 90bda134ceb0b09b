using System.Reflection;
using System.Text.Json;

namespace EdgeInfra.Model;

/// <summary>What is wrong with the arguments of a preset, before anything is made of them.</summary>
internal static class StoreRules
{
    // These say where and in which form a bucket is; each store takes some of them.
    internal static readonly string[] OfStores =
    [
        "bucket", "region", "account", "container", "cluster", "app", "jurisdiction", "mode", "dualStack", "fips", "customDomain", "pathStyle",
    ];

    private static readonly Dictionary<string, PropertyInfo> Arguments = typeof(StoreArguments).GetProperties()
        .Where(property => property.IsDefined(typeof(FieldAttribute)))
        .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    public static IEnumerable<Failure> Of(Store store, StoreArguments given) =>
        [.. Unreadable(given), .. Missing(store, given), .. Unwanted(store, given), .. Names(store, given), .. Together(store, given), .. Signing(store, given)];

    public static IEnumerable<Failure> Warnings(Store store, StoreArguments given)
    {
        if (Text(given, store.RegionArgument) is { } region && store.Regions.Count > 0 && !store.Regions.Contains(region))
        {
            yield return new(store.RegionArgument,
                $"is \"{region}\", which is not among the known ones of {store.Title}.{Nearest.Hint(region, store.Regions)} A new one works all the same.");
        }

        if (store.Kind == "oss" && given is { CustomDomain: null, Endpoint: null })
        {
            yield return new("customDomain", "is unset: OSS sends HTML of its own domains as a download, and refuses new accounts there in mainland regions.");
        }
    }

    private static IEnumerable<Failure> Unreadable(StoreArguments given) =>
        from argument in Arguments
        let text = argument.Value.GetValue(given) as string
        where text is not null && text.Any(char.IsControl)
        select new Failure(argument.Key, "is not usable: it must not hold line breaks or other control characters.");

    private static IEnumerable<Failure> Missing(Store store, StoreArguments given) =>
        from name in store.Needs.Prepend("name")
        where string.IsNullOrEmpty(Text(given, name))
        select new Failure(name, $"is required for {store.Title}: give it a value.");

    private static IEnumerable<Failure> Unwanted(Store store, StoreArguments given) =>
        from name in OfStores
        where !store.Needs.Contains(name) && !store.Takes.Contains(name) && Arguments[name].GetValue(given) is not (null or "" or false)
        select new Failure(name, $"means nothing to {store.Title}: leave it unset. It takes {string.Join(", ", [.. store.Needs, .. store.Takes])}.");

    private static IEnumerable<Failure> Names(Store store, StoreArguments given) =>
        from rule in store.Names
        let text = Text(given, rule.Argument)
        where !string.IsNullOrEmpty(text) && !text.Any(char.IsControl) && !rule.Rule.Allows(text)
        select new Failure(rule.Argument, $"is \"{text}\": for {store.Title} it has {rule.Rule.Words}.");

    private static IEnumerable<Failure> Together(Store store, StoreArguments given)
    {
        if (given.Fips && AmazonHosts.RefuseFips(given.Region ?? "") is { } reason)
        {
            yield return new("fips", reason);
        }

        if (given is { IndexDocument: "", DirectoryRedirect: true })
        {
            yield return new("directoryRedirect", "is true without an indexDocument: there is nothing to look for below a directory.");
        }

        if (given.IndexDocument.Contains('/', StringComparison.Ordinal))
        {
            yield return new("indexDocument", $"is \"{given.IndexDocument}\": it is the name of an object within each directory, without slashes.");
        }

        foreach (var (name, path) in new[] { ("folder", given.Folder), ("errorPage", given.ErrorPage), ("singlePage", given.SinglePage), ("healthPath", given.HealthPath) })
        {
            if (path is not null && (!WirePath.TryRead(path, out var spelled, out var why) || WirePath.HasDotSegment(spelled)))
            {
                yield return new(name, $"is not a path of an object: it begins with a slash, and holds no . or .. between slashes, no backslash and no broken escapes.");
            }
        }
    }

    private static IEnumerable<Failure> Signing(Store store, StoreArguments given)
    {
        if (given.Credentials is not { } credentials)
        {
            if (store.NeverPublic is { } why && string.IsNullOrEmpty(given.CustomDomain))
            {
                yield return new("credentials", $"are unset: {why}.");
            }

            yield break;
        }

        if (store.Schemes.Count == 0)
        {
            yield return new("credentials", $"mean nothing to {store.Title}, which has no signatures: leave them unset.");
        }
        else if (credentials.Scheme is { } scheme && !store.Schemes.Contains(scheme))
        {
            yield return new("credentials.scheme", $"is \"{scheme}\", but {store.Title} takes {string.Join(", ", store.Schemes)}.{Nearest.Hint(scheme, store.Schemes)}");
        }
    }

    private static string? Text(StoreArguments given, string name) => Arguments[name].GetValue(given) as string;
}
