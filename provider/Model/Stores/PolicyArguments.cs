namespace EdgeInfra.Model;

/// <summary>The policy that arguments of a preset come to, and which argument a field of it came from.</summary>
internal static class PolicyArguments
{
    public static OriginPolicy Policy(Store store, StoreArguments given, string prefix)
    {
        var index = store.HoldsObjects && store.Mode != "website" && given.IndexDocument.Length > 0 ? WirePath.Encode(given.IndexDocument) : null;
        return new()
        {
            Store = store.Dialect,
            PathPrefix = prefix.Length == 0 ? null : prefix,
            DirectoryIndex = index,
            DirectoryRedirect = index is not null && (given.DirectoryRedirect ?? true),
            ErrorPages = ErrorPages(given),
            SinglePage = Spelled(given.SinglePage),
            StripResponseHeaders = store.StripResponseHeaders,
            Ttl = [.. given.Ttl, .. store.Ttl],
            Query = store.HoldsObjects ? "drop" : "pass",
            Methods = store.HoldsObjects ? ["GET", "HEAD"] : [],
            Missing = given.Listable ? ["404"] : store.Missing,
            Signing = given.Credentials is { } credentials ? Signing(store, given, credentials) : null,
            EdgeAuth = given.EdgeAuth,
        };
    }

    /// <summary>What the user calls what a problem of the backend is about.</summary>
    public static string NameOf(string path) => path switch
    {
        "policy.errorPages[0].path" => "errorPage",
        "policy.signing.credentials" => "credentials.source",
        "policy.signing.credentialsName" => "credentials.sourceName",
        "policy.pathPrefix" => "folder",
        _ when path.StartsWith("policy.signing", StringComparison.Ordinal) => "credentials" + path["policy.signing".Length..],
        _ when path.StartsWith("policy.", StringComparison.Ordinal) => path["policy.".Length..],
        _ => path,
    };

    private static ValueList<ErrorPage> ErrorPages(StoreArguments given) =>
        given.ErrorPage is { Length: > 0 } page ? [new() { Path = Spelled(page) }, .. given.ErrorPages] : given.ErrorPages;

    private static string? Spelled(string? path) => path is not null && WirePath.TryRead(path, out var spelled, out _) ? spelled : path;

    private static RequestSigning Signing(Store store, StoreArguments given, BucketCredentials credentials)
    {
        var scheme = credentials.Scheme
            ?? (store.Kind == "azure" && credentials is { Token.Length: > 0, SecretKey: null or "" } ? "azure-sas" : store.Schemes[0]);
        return new()
        {
            Scheme = scheme,
            Region = scheme is "aws-v4" or "google-v4" or "oss-v4" ? SigningRegion(store, given) : null,
            Bucket = scheme is "oss-v1" or "oss-v4" or "b2-token" ? given.Bucket : null,
            Credentials = credentials.Source,
            CredentialsName = credentials.SourceName,
            AccessKey = credentials.AccessKey ?? (scheme == "azure-shared-key" ? given.Account : null),
            SecretKey = credentials.SecretKey,
            Token = credentials.Token,
        };
    }

    // The host of a network inside the cloud is another one, the region is not.
    private static string SigningRegion(Store store, StoreArguments given)
    {
        var region = StorePlace.Fill(store.SigningRegion!, given);
        return store.Kind == "oss" && region.EndsWith("-internal", StringComparison.Ordinal) ? region[..^"-internal".Length] : AmazonHosts.SigningRegion(region);
    }
}
