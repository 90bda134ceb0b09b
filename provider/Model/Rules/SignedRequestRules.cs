using System.Globalization;

namespace EdgeInfra.Model;

/// <summary>What must not be signed, for which store a scheme is, and when a shared access signature ends.</summary>
public static class SignedRequestRules
{
    private static readonly Dictionary<string, string[]> Schemes = new(StringComparer.Ordinal)
    {
        ["aws-v4"] = ["s3", "gcs", "oss"],
        ["google-v4"] = ["gcs"],
        ["azure-shared-key"] = ["azure"],
        ["azure-sas"] = ["azure"],
        ["oss-v1"] = ["oss"],
        ["oss-v4"] = ["oss"],
        ["b2-token"] = ["b2"],
    };

    private static readonly string[] Reading = ["GET", "HEAD"];

    /// <summary>Whether a shared access signature is over. Apart from the other rules, because what is valid must not depend on when it is asked.</summary>
    public static ValueList<Problem> Expired(OriginPolicy policy, DateTimeOffset now) =>
        policy.Signing is { Scheme: "azure-sas", Credentials: "given", Token: { } token } && End(token) is { } end && end <= now
            ? [Problems.SharedAccessExpired("policy.signing.token", end)]
            : [];

    internal static IEnumerable<Problem> Of(OriginPolicy policy, RequestSigning signing)
    {
        if (policy.Query == "pass")
        {
            yield return Problems.QueryPassedAndSigned("policy.query");
        }

        var methods = policy.Methods.Except(Reading).ToList();
        if (methods.Count > 0)
        {
            yield return Problems.MethodsSigned("policy.methods", string.Join(", ", methods));
        }

        foreach (var (name, value) in Texts(signing).Where(text => text.Value?.Any(char.IsControl) == true))
        {
            yield return Problems.PolicyControlCharacter($"policy.signing.{name}");
        }

        // A scheme that is not known is told of by its field.
        if (policy.Store is { Length: > 0 } store && Schemes.TryGetValue(signing.Scheme, out var stores) && !stores.Contains(store))
        {
            yield return Problems.SchemeOfOtherStore("policy.signing.scheme", signing.Scheme, store,
                Schemes.Where(pair => pair.Value.Contains(store)).Select(pair => pair.Key));
        }

        if (signing is { Scheme: "azure-sas", Credentials: "given", Token: { Length: > 0 } token } && !IsSharedAccess(token))
        {
            yield return Problems.BadSharedAccess("policy.signing.token");
        }
    }

    private static IEnumerable<(string Name, string? Value)> Texts(RequestSigning signing) =>
    [
        ("region", signing.Region), ("service", signing.Service), ("bucket", signing.Bucket), ("credentialsName", signing.CredentialsName),
        ("accessKey", signing.AccessKey), ("secretKey", signing.SecretKey), ("token", signing.Token),
    ];

    private static bool IsSharedAccess(string token) =>
        !token.Any(c => c is ' ' or '#') && Parameter(token, "sv") is not null && Parameter(token, "sig") is not null
        && (Parameter(token, "si") is not null || End(token) is not null);

    private static DateTimeOffset? End(string token) =>
        DateTimeOffset.TryParse(Parameter(token, "se"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end : null;

    private static string? Parameter(string token, string name) => token.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=', 2))
        .Where(pair => pair.Length == 2 && pair[0] == name && pair[1].Length > 0)
        .Select(pair => Uri.UnescapeDataString(pair[1]))
        .FirstOrDefault();
}
