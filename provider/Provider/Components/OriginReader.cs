using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Plugin.Records;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Components;

/// <summary>Reads what a program says of a bucket. Pure: the stores' own rules and their expansion are the model's.</summary>
internal static class OriginReader
{
    private const string Placeholder = "AAAA"; // of a secret that is not known yet; in the form that Azure's keys have

    // What an expansion decides about, as long as it cannot be made.
    private static readonly string[] OfBackend =
        ["address", "port", "useSsl", "overrideHost", "sslCertHostname", "sslSniHostname", "connectTimeout", "firstByteTimeout", "policy"];

    private static readonly string[] OfHealthcheck = ["host", "path", "expectedResponse", "expectedResponses", "checkInterval", "timeout"];

    public static OriginPlan Read(OriginKind kind, string name, PropertyMap given, Target target)
    {
        given = given["name"] is V.Null ? given.With("name", name) : given;
        var declared = DeclarationReader.Read(StoreArguments.Fields, given, target);
        var foreign = Foreign(kind, given).ToList();
        var told = declared.Failures.Concat(foreign).Select(failure => failure.Property).ToHashSet();
        var expansion = StorePreset.Expand(kind.Kind, Filled(declared), target);
        var wrong = expansion.Failures
            .Where(failure => !FieldPath.IsWithin(failure.Property, told) && !FieldPath.IsWithin(failure.Property, declared.Unknown) && !MayYetHold(declared))
            .Select(failure => failure with { Reason = DeclarationRules.Message(declared, failure.Property, failure.Reason) });
        var plan = expansion.Backend is { } backend && !declared.Unknown.Any(path => StorePaths.InBackend(path) is null)
            ? Known(backend, expansion.Healthcheck!, declared)
            : NotYet(given["name"]);
        return plan with
        {
            Failures = [.. declared.Failures.Concat(foreign).Concat(wrong).Select(failure => new Failure(failure.Property, $"{failure}"))],
            Warnings = [.. expansion.Warnings.Where(_ => declared.Unknown.IsEmpty).Select(warning => $"{warning}")],
        };
    }

    private static OriginPlan Known(Backend backend, Healthcheck healthcheck, Declared declared)
    {
        var (origin, check, url) = (Map(Backend.Fields, backend), Map(Healthcheck.Fields, healthcheck), Url(backend));
        origin = declared.Unknown.Select(StorePaths.InBackend).OfType<string>().Aggregate(origin, (map, path) => Put(map, path, _ => V.Unknown.Instance));
        foreach (var path in declared.Secret)
        {
            if (path == "credentials" || StorePaths.InBackend(path) is not null)
            {
                origin = Put(origin, path == "credentials" ? "policy.signing" : StorePaths.InBackend(path)!, Hidden);
            }
            else if (path != "name")
            {
                (origin, check, url) = (AllHidden(origin), AllHidden(check), Hidden(url));
            }
        }

        return new(origin.Without("healthcheck"), check, url);
    }

    /// <summary>Everything but the name is decided once more is known.</summary>
    public static OriginPlan NotYet(V name) => new(Unknown(name, OfBackend), Unknown(name, OfHealthcheck), V.Unknown.Instance);

    private static PropertyMap Unknown(V name, IEnumerable<string> fields) => PropertyMap.From(
        fields.Select(field => KeyValuePair.Create(field, (V)V.Unknown.Instance)).Append(KeyValuePair.Create("name", name)));

    // With where the bucket is still open, the rules would find fault with what is to come.
    private static bool MayYetHold(Declared declared) => declared.Unknown.Any(path => StorePaths.InBackend(path) is null);

    private static IEnumerable<Failure> Foreign(OriginKind kind, PropertyMap given)
    {
        var form = StoreForm.Of(kind.Kind);
        return from name in given.Keys
               where StoreArguments.Fields.Find(name) is { } field && !form.Contains(field)
               select new Failure(name, $"means nothing to {kind.Title}: leave it unset. It takes {string.Join(", ", form.Select(field => field.Name))}.");
    }

    private static StoreArguments Filled(Declared declared)
    {
        var given = (StoreArguments)declared.Record;
        string? Or(string? value, string path) => declared.Unknown.Contains(path) ? Placeholder : value;

        return given with
        {
            Credentials = given.Credentials is { } credentials ? credentials with
            {
                AccessKey = Or(credentials.AccessKey, "credentials.accessKey"),
                SecretKey = Or(credentials.SecretKey, "credentials.secretKey"),
                Token = Or(credentials.Token, "credentials.token"),
                SourceName = Or(credentials.SourceName, "credentials.sourceName"),
            } : null,
            EdgeAuth = given.EdgeAuth is { } proof ? proof with { Secret = Or(proof.Secret, "edgeAuth.secret") } : null,
        };
    }

    private static V Url(Backend backend) => $"{(backend.UseSsl == true ? "https" : "http")}://{backend.OverrideHost}{backend.Policy!.PathPrefix}";

    private static PropertyMap Map(IFieldTable table, INamed record) => new Declared(table, (INamed)table.Normalise(record)).ToMap();

    private static PropertyMap Put(PropertyMap map, string path, Func<V, V> change)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var (key, value) = (dot < 0 ? path : path[..dot], map[dot < 0 ? path : path[..dot]]);
        return dot < 0 ? map.With(key, change(value))
            : value.Bare() is V.Map(var inner) ? map.With(key, Put(inner, path[(dot + 1)..], change))
            : map;
    }

    private static PropertyMap AllHidden(PropertyMap map) => map.Select((key, value) => key == "name" ? value : Hidden(value));

    private static V Hidden(V value) => value is V.Null or V.Secret ? value : new V.Secret(value);
}
