namespace EdgeInfra.Model;

/// <summary>Where generated VCL finds secrets: a private dictionary, which can be written and never read back.</summary>
internal static class PolicyCredentials
{
    public const string Table = "edgeinfra_credentials";

    public const string AccessKey = "accessKey", SecretKey = "secretKey", Token = "token", EdgeAuth = "edgeAuth";

    public static string Key(PolicyGroup group, string name) => $"{group.Key}.{name}";

    /// <summary>Whether the signature holds a session token.</summary>
    public static bool HasToken(RequestSigning signing) =>
        signing.Token is { Length: > 0 } && (signing.Scheme is "aws-v4" or "google-v4" or "oss-v1" or "oss-v4");

    public static IEnumerable<DictionaryItem> Of(PolicyGroup group)
    {
        if (group.Policy.Signing is { Credentials: "given" } signing)
        {
            yield return Item(AccessKey, signing.AccessKey);
            yield return Item(SecretKey, signing.SecretKey);
            yield return Item(Token, signing.Scheme == "azure-sas" ? signing.Token?.TrimStart('?') : signing.Token);
        }

        if (group.Policy.EdgeAuth is { } auth)
        {
            yield return Item(EdgeAuth, auth.Secret);
        }

        DictionaryItem Item(string name, string? value) => new() { ItemKey = Key(group, name), ItemValue = value ?? "" };
    }
}
