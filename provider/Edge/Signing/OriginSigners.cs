using EdgeInfra.Edge.Signing.Azure;
using EdgeInfra.Edge.Signing.B2;
using EdgeInfra.Edge.Signing.Credentials;
using EdgeInfra.Edge.Signing.Oss;
using EdgeInfra.Edge.Signing.V4;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Signing;

/// <summary>
/// Makes what signs for origins. Whoever asks keeps it as long as the declaration stays the same: credentials and what was learned of the clock are in it.
/// </summary>
internal sealed class OriginSigners(SigningPlatform platform)
{
    /// <param name="backend">Named in the log.</param>
    public IOriginSigner For(RequestSigning signing, string backend)
    {
        var subject = $"backends[\"{backend}\"].policy.signing";
        var credentials = new CredentialHolder(CredentialSources.For(signing, platform), subject, platform.Time, platform.Log);
        return new OriginSigner(SchemeOf(signing), credentials, subject, platform.Time, platform.Log);
    }

    /// <summary>How a declaration signs; also what a development bucket expects of it.</summary>
    public static ISigningScheme SchemeOf(RequestSigning signing) => signing.Scheme switch
    {
        "google-v4" => new V4Signer(V4Dialect.Google, ScopeOf(signing)),
        "azure-shared-key" => new AzureKeySigner(),
        "azure-sas" => new AzureSasSigner(),
        "oss-v1" => new OssV1Signer(signing.Bucket ?? ""),
        "oss-v4" => new V4Signer(V4Dialect.Oss, ScopeOf(signing)),
        "b2-token" => new B2TokenSigner(),
        _ => new V4Signer(V4Dialect.Aws, ScopeOf(signing)),
    };

    /// <summary>What a key of the declaration is for.</summary>
    public static V4Scope ScopeOf(RequestSigning signing) => signing.Scheme switch
    {
        "google-v4" => new(signing.Region ?? "auto", signing.Service ?? "storage"),
        "oss-v4" => new(WithoutPrefix(signing.Region ?? ""), signing.Service ?? "oss", signing.Bucket),
        _ => new(signing.Region ?? "us-east-1", signing.Service ?? "s3"), // a version without a region is refused before
    };

    // In a host name the region is oss-eu-central-1, in a signature eu-central-1.
    private static string WithoutPrefix(string region) => region.StartsWith("oss-", StringComparison.Ordinal) ? region[4..] : region;
}
