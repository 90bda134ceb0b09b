using EdgeInfra.Edge.Signing.B2;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>Finds the source that a declaration means.</summary>
internal static class CredentialSources
{
    /// <summary>What cannot work is a source that says so: the origin's requests are answered with 503, and the log tells why.</summary>
    public static ICredentialSource For(RequestSigning signing, SigningPlatform platform)
    {
        var calls = new CredentialCalls(platform.Http, platform.Time);
        var source = signing.Credentials switch
        {
            "given" => Given(signing),
            "environment" => OfEnvironment(signing, platform),
            "file" => OfFile(signing, platform),
            _ => OfMetadata(signing, platform, calls),
        };
        return signing.Scheme == "b2-token"
            ? new B2Tokens(source, calls, signing.Bucket, platform.Variable("B2_API_URL")?.TrimEnd('/') ?? B2Tokens.Api, platform.Time)
            : new CheckedCredentials(source, signing.Scheme);
    }

    private static GivenCredentials Given(RequestSigning signing) => new(() => signing.Scheme == "azure-sas"
        ? CredentialNames.OfSas(signing.Token ?? throw Missing("token"))
        : new StoreCredentials(signing.AccessKey ?? throw Missing("accessKey"), signing.SecretKey ?? throw Missing("secretKey"), signing.Token));

    private static GivenCredentials OfEnvironment(RequestSigning signing, SigningPlatform platform)
    {
        var names = CredentialNames.Of(signing.Scheme);
        var prefix = signing.CredentialsName is { Length: > 0 } own ? own.TrimEnd('_') + "_" : names.Prefix;
        return new GivenCredentials(() => names.From(
            signing.Scheme, platform.Variable, prefix,
            name => new CredentialException($"the environment variable {name} is not set where the edge runs")));
    }

    // PATH, or PATH#PROFILE.
    private static ICredentialSource OfFile(RequestSigning signing, SigningPlatform platform)
    {
        var parts = (signing.CredentialsName ?? "").Split('#', 2);
        var path = parts[0].Length > 0 ? parts[0]
            : signing.Scheme != "aws-v4" ? null
            : platform.Variable("AWS_SHARED_CREDENTIALS_FILE") ?? "~/.aws/credentials";
        if (path is null)
        {
            return new NoCredentials("credentialsName: name the file; only aws-v4 has a usual one");
        }

        var home = platform.Variable("HOME") ?? "";
        var profile = parts.Length > 1 ? parts[1] : platform.Variable("AWS_PROFILE") ?? "default";
        return new FileCredentials(path.StartsWith("~/", StringComparison.Ordinal) ? home + path[1..] : path, profile, signing.Scheme);
    }

    private static ICredentialSource OfMetadata(RequestSigning signing, SigningPlatform platform, CredentialCalls calls) => signing.Scheme switch
    {
        "aws-v4" => OfAws(signing, platform, calls),
        "oss-v1" or "oss-v4" => new InstanceCredentials(
            calls, (signing.CredentialsName ?? InstanceWords.Alibaba.Address).TrimEnd('/'), InstanceWords.Alibaba),
        "google-v4" => new NoCredentials("Google's metadata service has no HMAC keys: make one, and take given, environment or file"),
        _ => new NoCredentials($"there is no metadata service with credentials for {signing.Scheme}: take given, environment or file"),
    };

    // In the order of AWS's own libraries.
    private static ICredentialSource OfAws(RequestSigning signing, SigningPlatform platform, CredentialCalls calls)
    {
        if (signing.CredentialsName is { Length: > 0 } own)
        {
            // An address with a path is a container's; without one, it stands in for the machine's service.
            return Uri.TryCreate(own, UriKind.Absolute, out var uri) && uri.AbsolutePath.Length > 1
                ? new ContainerCredentials(calls, own, platform)
                : new InstanceCredentials(calls, own.TrimEnd('/'), InstanceWords.Ec2);
        }

        if (platform.Variable("AWS_WEB_IDENTITY_TOKEN_FILE") is { } file && platform.Variable("AWS_ROLE_ARN") is { } role)
        {
            var region = platform.Variable("AWS_REGION") ?? signing.Region;
            return new WebIdentityCredentials(
                calls, file, role, platform.Variable("AWS_ROLE_SESSION_NAME") ?? "edgeinfra",
                platform.Variable("AWS_ENDPOINT_URL_STS") ?? Sts(region));
        }

        return platform.Variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is { } path
                ? new ContainerCredentials(calls, ContainerCredentials.Host + path, platform)
            : platform.Variable("AWS_CONTAINER_CREDENTIALS_FULL_URI") is { } url ? new ContainerCredentials(calls, url, platform)
            : new InstanceCredentials(
                calls, (platform.Variable("AWS_EC2_METADATA_SERVICE_ENDPOINT") ?? InstanceWords.Ec2.Address).TrimEnd('/'), InstanceWords.Ec2);
    }

    private static string Sts(string? region) => region is null or "auto" ? "https://sts.amazonaws.com"
        : region.StartsWith("cn-", StringComparison.Ordinal) ? $"https://sts.{region}.amazonaws.com.cn"
        : $"https://sts.{region}.amazonaws.com";

    private static CredentialException Missing(string property) => new($"{property} is not set");
}
