namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>Names of a scheme's credentials in an environment, and in lower case in a file: those that the store's own tools use.</summary>
internal sealed record CredentialNames(string Prefix, string Key, string Secret, string Token)
{
    public static CredentialNames Of(string scheme) => scheme switch
    {
        "google-v4" => new("GOOG_", "ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "SESSION_TOKEN"),
        "azure-shared-key" or "azure-sas" => new("AZURE_STORAGE_", "ACCOUNT", "KEY", "SAS_TOKEN"),
        "oss-v1" or "oss-v4" => new("OSS_", "ACCESS_KEY_ID", "ACCESS_KEY_SECRET", "SESSION_TOKEN"),
        "b2-token" => new("B2_", "APPLICATION_KEY_ID", "APPLICATION_KEY", "AUTHORIZATION_TOKEN"),
        _ => new("AWS_", "ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "SESSION_TOKEN"),
    };

    /// <summary>The credentials among named values; a shared access signature needs neither key nor secret.</summary>
    public StoreCredentials From(string scheme, Func<string, string?> value, string prefix, Func<string, CredentialException> missing)
    {
        var token = value(prefix + Token);
        if (scheme == "azure-sas")
        {
            return OfSas(token ?? throw missing(prefix + Token));
        }

        var key = value(prefix + Key) ?? throw missing(prefix + Key);
        var secret = value(prefix + Secret) ?? throw missing(prefix + Secret);
        return new StoreCredentials(key, secret, token);
    }

    /// <summary>It tells its own end.</summary>
    public static StoreCredentials OfSas(string token) =>
        new("", "", token, Azure.AzureSas.Parameter(token, "se") is { } end ? Azure.AzureSas.Time(end) : null);
}
