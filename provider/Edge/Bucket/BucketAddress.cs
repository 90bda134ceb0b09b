namespace EdgeInfra.Edge.Bucket;

/// <summary>Which bucket and key a request is for.</summary>
/// <param name="Bucket">null when the request names none.</param>
/// <param name="Key">Empty for the bucket itself.</param>
/// <param name="IsHostStyle">Whether the host named the bucket.</param>
internal sealed record BucketAddress(string? Bucket, string Key, bool IsHostStyle)
{
    /// <summary>null: the path can't be read.</summary>
    public static BucketAddress? Read(BucketOptions options, BucketRequest request, bool plusIsSpace)
    {
        if (!request.Path.StartsWith('/') || KeyText.DecodeKey(request.Path[1..], plusIsSpace) is not { } path)
        {
            return null;
        }

        var host = WithoutPort(request.Host);
        return options.Name.Length == 0 ? new("", path, IsHostStyle: true)
            : options.Domain.Length > 0 ? BelowDomain(options, host, path)
            : host.StartsWith(options.Name + ".", StringComparison.OrdinalIgnoreCase) ? new(options.Name, path, IsHostStyle: true)
            : InPath(path);
    }

    /// <summary>The first segment is the bucket, the rest its key.</summary>
    public static BucketAddress InPath(string path)
    {
        var parts = path.Split('/', 2);
        return new(parts[0].Length > 0 ? parts[0] : null, parts.Length > 1 ? parts[1] : "", IsHostStyle: false);
    }

    // A host that is not the store's own is the name of a bucket, as with S3: that is how a CNAME finds one.
    private static BucketAddress BelowDomain(BucketOptions options, string host, string path) =>
        host.Equals(options.Domain, StringComparison.OrdinalIgnoreCase) ? InPath(path)
        : host.EndsWith("." + options.Domain, StringComparison.OrdinalIgnoreCase) ? new(host[..^(options.Domain.Length + 1)].ToLowerInvariant(), path, IsHostStyle: true)
        : new(host.ToLowerInvariant(), path, IsHostStyle: true);

    private static string WithoutPort(string host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') ? host[..colon] : host;
    }
}
