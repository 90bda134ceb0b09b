using EdgeInfra.Model;

namespace Peers;

/// <summary>Each store of the presets' table as a backend for Fastly: public where it can be, and private with each of its schemes.</summary>
internal static class PresetSamples
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["bucket"] = "my-bucket", ["account"] = "0123456789abcdef0123456789abcdef", ["container"] = "site", ["app"] = "my-app", ["endpoint"] = "minio.example:9000",
    };

    public static IReadOnlyDictionary<string, Backend> All { get; } = (
        from store in Stores.All
        from scheme in (string?[])[.. store.NeverPublic is null ? (string?[])[null] : [], .. store.Schemes]
        select (Name: $"{store.Kind} {store.Mode} {scheme ?? "public"}", Backend: Of(store, scheme))).ToDictionary(one => one.Name, one => one.Backend);

    private static Backend Of(Store store, string? scheme)
    {
        string? Value(string name) => !store.Needs.Contains(name) ? null
            : name is "region" or "cluster" ? store.Regions is [var first, ..] ? first : "f004"
            : name == "account" && store.Kind == "azure" ? "myaccount"
            : Values[name];
        var preset = StorePreset.Expand(
            store.Kind,
            new StoreArguments
            {
                Name = $"{store.Kind} {store.Mode} {scheme}", Mode = store.Mode, Bucket = Value("bucket"), Region = Value("region"), Account = Value("account"), Container = Value("container"),
                Cluster = Value("cluster"), App = Value("app"), Endpoint = Value("endpoint"), ErrorPage = store.HoldsObjects ? "/404.html" : null,
                SinglePage = store.HoldsObjects ? "/app.html" : null, EdgeAuth = store.HoldsObjects ? null : new() { Secret = "shared" },
                Credentials = scheme switch
                {
                    null => null,
                    "azure-sas" => new() { Scheme = scheme, Token = "sv=2020-12-06&se=2030-01-01T00:00:00Z&sr=c&sp=r&sig=a%3D" },
                    _ => new() { Scheme = scheme, AccessKey = "myaccount", SecretKey = "c2VjcmV0" },
                },
            },
            Target.Fastly);
        return preset.Failures.Count == 0 ? preset.Backend! with { Healthcheck = null }
            : throw new InvalidOperationException($"{store.Kind} {store.Mode} {scheme}: {string.Join(", ", preset.Failures)}");
    }
}
