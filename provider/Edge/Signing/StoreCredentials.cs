namespace EdgeInfra.Edge.Signing;

/// <summary>What a store knows its caller by. New ones are a new object, so that what was derived from the old ones is told by reference.</summary>
/// <param name="accessKey">Key id; the account for Azure.</param>
/// <param name="secretKey">The secret; the account key for Azure; empty where only the token counts.</param>
/// <param name="token">Session token; a shared access signature for Azure; the authorisation token for B2.</param>
internal sealed class StoreCredentials(string accessKey, string secretKey, string? token = null, DateTimeOffset? expires = null)
{
    public string AccessKey { get; } = accessKey;

    public string SecretKey { get; } = secretKey;

    public string? Token { get; } = token;

    /// <summary>null when they hold until somebody changes them.</summary>
    public DateTimeOffset? Expires { get; } = expires;

    public bool SameAs(StoreCredentials other) =>
        (AccessKey, SecretKey, Token, Expires) == (other.AccessKey, other.SecretKey, other.Token, other.Expires);

    /// <summary>The key id only: logs are read by many.</summary>
    public override string ToString() => AccessKey;
}
