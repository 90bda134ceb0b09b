namespace EdgeInfra.Edge.Commands;

/// <summary>The one key that a private development bucket knows; for Azure the account and its key, for B2 the application key.</summary>
internal sealed record BucketKey(string Access, string Secret)
{
    /// <summary>null unless both are there.</summary>
    public static BucketKey? Of(string? access, string? secret) =>
        access is { Length: > 0 } && secret is { Length: > 0 } ? new(access, secret) : null;
}
