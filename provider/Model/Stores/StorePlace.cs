namespace EdgeInfra.Model;

/// <summary>Where a bucket is reached: what is connected to, what it is called there, and what stands before each key.</summary>
internal sealed record StorePlace(string Address, int Port, bool UseTls, string Host, string Prefix)
{
    public string HostHeader => Port == (UseTls ? 443 : 80) ? Host : $"{Bracketed(Host)}:{Port}";

    /// <summary>The place, or null and why there is none.</summary>
    public static StorePlace? Of(Store store, StoreArguments given, out Failure? failure)
    {
        failure = null;
        if (!string.IsNullOrEmpty(given.Endpoint))
        {
            return At(store, given, out failure);
        }

        if (!string.IsNullOrEmpty(given.CustomDomain))
        {
            return Named(given.CustomDomain, store.UseTls, Folder(given.Folder));
        }

        var isPath = store.VirtualHost is null || (given.PathStyle ?? (store.PathHost is not null && !IsCovered(given.Bucket)));
        if (!isPath && store is { PathHost: not null, UseTls: true } && !IsCovered(given.Bucket))
        {
            failure = new("pathStyle", $"is false, but no certificate covers the bucket \"{given.Bucket}\" as part of a host name: leave it unset.");
            return null;
        }

        var host = Fill(isPath ? store.PathHost! : HostOf(store, given), given);
        return Named(host, store.UseTls, Encoded(isPath ? store.PathPrefix! : store.VirtualPrefix, given) + Folder(given.Folder));
    }

    /// <summary>Whether a wildcard certificate covers the name as the first label of a host.</summary>
    public static bool IsCovered(string? bucket) =>
        bucket is { Length: >= 3 and <= 63 } && bucket.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && bucket[0] != '-' && bucket[^1] != '-';

    private static StorePlace Named(string host, bool tls, string prefix) => new(host, tls ? 443 : 80, tls, host, prefix);

    // An endpoint is asked in path style, as most servers of one's own want it, unless it is the bucket's own or the store refuses that.
    private static StorePlace? At(Store store, StoreArguments given, out Failure? failure)
    {
        failure = StoreEndpoint.Read(given.Endpoint!, out var endpoint);
        if (failure is not null)
        {
            return null;
        }

        var place = new StorePlace(endpoint.Host, endpoint.Port, endpoint.UseTls, endpoint.Host, Folder(given.Folder));
        if (!string.IsNullOrEmpty(given.CustomDomain))
        {
            return place with { Host = given.CustomDomain };
        }

        var label = Fill((store.VirtualHost ?? "{bucket}.").Split('.')[0], given);
        if (endpoint.Host.StartsWith(label + ".", StringComparison.OrdinalIgnoreCase))
        {
            return place with { Prefix = Encoded(store.VirtualPrefix, given) + place.Prefix };
        }

        if (given.PathStyle ?? (store.PathPrefix is not null))
        {
            return place with { Prefix = Encoded(store.PathPrefix ?? "", given) + place.Prefix };
        }

        failure = HostNames.IsIp(endpoint.Host)
            ? new("endpoint", $"is \"{given.Endpoint}\": {store.Title} is told the bucket by the host name here, so an IP address cannot do. Give a name.")
            : endpoint.UseTls && !IsCovered(label)
            ? new("pathStyle", $"is false, but no certificate covers \"{label}\" as part of a host name: leave it unset.")
            : null;
        return place with { Host = $"{label}.{endpoint.Host}", Prefix = Encoded(store.VirtualPrefix, given) + place.Prefix };
    }

    private static string Folder(string? folder) => folder is null or "/" ? "" : WirePath.TryRead(folder, out var path, out _) ? path : "";

    // Whole host names are taken as they are.
    private static string HostOf(Store store, StoreArguments given) => store.Kind == "heroku" && given.App!.Contains('.', StringComparison.Ordinal) ? "{app}" : store.VirtualHost!;

    private static string Encoded(string pattern, StoreArguments given) => WirePath.Encode(Fill(pattern, given));

    /// <summary>A pattern of the table with the arguments in it.</summary>
    internal static string Fill(string pattern, StoreArguments given) => pattern
        .Replace("{amazon}", AmazonHosts.Of(given.Region ?? "", given.DualStack, given.Fips), StringComparison.Ordinal)
        .Replace("{amazonWebsite}", AmazonHosts.Website(given.Region ?? ""), StringComparison.Ordinal)
        .Replace("{.jurisdiction}", string.IsNullOrEmpty(given.Jurisdiction) ? "" : "." + given.Jurisdiction, StringComparison.Ordinal)
        .Replace("{region}", given.Region, StringComparison.Ordinal)
        .Replace("{cluster}", given.Cluster, StringComparison.Ordinal)
        .Replace("{account}", given.Account, StringComparison.Ordinal)
        .Replace("{container}", given.Container, StringComparison.Ordinal)
        .Replace("{app}", given.App, StringComparison.Ordinal)
        .Replace("{bucket}", given.Bucket, StringComparison.Ordinal);

    private static string Bracketed(string host) => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
}
