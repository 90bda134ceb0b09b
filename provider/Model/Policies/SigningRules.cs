namespace EdgeInfra.Model;

/// <summary>What must hold for signatures and edge authentication, so that no request is refused for a reason that was there to be seen.</summary>
internal static class SigningRules
{
    private static readonly string[] Framing = ["connection", "content-length", "host", "te", "trailer", "transfer-encoding", "upgrade"];

    public static IEnumerable<Problem> Of(OriginPolicy? policy) =>
    [
        .. policy?.Signing is { } signing ? Of(signing) : [],
        .. policy?.EdgeAuth is { } auth ? Of(auth, policy.Signing) : [],
    ];

    public static IEnumerable<Problem> Of(RequestSigning signing)
    {
        foreach (var missing in Missing(signing).Where(one => string.IsNullOrEmpty(one.Value)).Select(one => one.Name))
        {
            yield return Problems.CredentialNotGiven(missing, signing.Scheme);
        }

        if (signing.Credentials == "metadata" && signing.Scheme is not ("aws-v4" or "oss-v1" or "oss-v4"))
        {
            yield return Problems.NoMetadata(signing.Scheme);
        }

        if (signing.Credentials == "file" && signing.Scheme != "aws-v4" && string.IsNullOrEmpty(signing.CredentialsName))
        {
            yield return Problems.CredentialFileNotNamed(signing.Scheme);
        }

        if (signing.Scheme is "aws-v4" or "oss-v4" && string.IsNullOrEmpty(signing.Region))
        {
            yield return Problems.NoSigningRegion(signing.Scheme);
        }

        if (signing.Scheme is "oss-v1" or "oss-v4" && string.IsNullOrEmpty(signing.Bucket))
        {
            yield return Problems.NoSigningBucket(signing.Scheme);
        }

        if (signing is { Scheme: "azure-shared-key", Credentials: "given", SecretKey: { Length: > 0 } key } && !IsBase64(key))
        {
            yield return Problems.AccountKeyUnreadable();
        }
    }

    private static IEnumerable<Problem> Of(EdgeAuth auth, RequestSigning? signing)
    {
        if (string.IsNullOrEmpty(auth.Secret))
        {
            yield return Problems.NoEdgeSecret();
        }

        if (!IsToken(auth.Header) || Framing.Contains(auth.Header.ToLowerInvariant())
            || (signing is not null && auth.Header.Equals("Authorization", StringComparison.OrdinalIgnoreCase)))
        {
            yield return Problems.EdgeAuthHeader(auth.Header);
        }
    }

    private static IEnumerable<(string Name, string? Value)> Missing(RequestSigning signing) =>
        signing.Credentials != "given" ? []
        : signing.Scheme == "azure-sas" ? [("token", signing.Token)]
        : [("accessKey", signing.AccessKey), ("secretKey", signing.SecretKey)];

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static bool IsToken(string name) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-.^_`|~".Contains(letter, StringComparison.Ordinal));
}
