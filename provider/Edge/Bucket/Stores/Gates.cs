using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Checks;
using EdgeInfra.Edge.Signing.V4;

namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Who checks credentials for which store.</summary>
internal static class Gates
{
    private const string AwsScheme = "AWS4-HMAC-SHA256", GoogleScheme = "GOOG4-HMAC-SHA256", OssScheme = "OSS4-HMAC-SHA256";

    /// <summary>The region that a store is in unless another is given.</summary>
    public static string Region(BucketOptions options) => options switch
    {
        { Region.Length: > 0 } => options.Region,
        { Store: StoreNames.Gcs } => "auto",
        { Store: StoreNames.Oss } => "cn-hangzhou",
        _ => "us-east-1",
    };

    public static IGate Of(BucketOptions options) => options.Store switch
    {
        StoreNames.Azure => Azure(options),
        StoreNames.Oss => Oss(options),
        StoreNames.Gcs => new SchemeGate(
            static scheme => StartsWith(scheme, AwsScheme, GoogleScheme) ? null : GoogleErrors.UnsupportedScheme,
            Google(options)),
        _ => new SchemeGate(
            static scheme => StartsWith(scheme, AwsScheme) ? null : StartsWith(scheme, "AWS ") ? S3Errors.OldSignature : S3Errors.UnsupportedScheme,
            S3(options)),
    };

    private static IGate S3(BucketOptions options)
    {
        var check = new V4Check(V4Dialect.Aws, new V4Scope(Region(options), "s3"), V4Words.Aws, Keys(options));
        return options.AccessKey.Length == 0 ? new StrangersGate(IsSigned, S3Errors.InvalidAccessKeyId)
            : new SignatureGate(_ => check, static request => request.Path.Replace("+", "%20", StringComparison.Ordinal)); // it signs what it reads
    }

    private static IGate Google(BucketOptions options)
    {
        if (options.AccessKey.Length == 0)
        {
            return new StrangersGate(IsSigned, GoogleErrors.InvalidAccessKeyId);
        }

        // Its own scheme is for the service "storage"; in Amazon's words it takes Amazon's service too.
        ISignatureCheck Check(V4Dialect dialect, string service) => new V4Check(dialect, new V4Scope(Region(options), service), V4Words.Google, Keys(options));
        var (own, aws, s3) = (Check(V4Dialect.Google, "storage"), Check(V4Dialect.Aws, "storage"), Check(V4Dialect.Aws, "s3"));
        return new SignatureGate(
            request => (request.Header("Authorization") ?? request.Query) switch
            {
                var claim when claim.Contains("GOOG4-", StringComparison.Ordinal) => own,
                var claim when claim.Contains("/s3/", StringComparison.Ordinal) || claim.Contains("%2Fs3%2F", StringComparison.Ordinal) => s3,
                _ => aws,
            },
            static request => request.Path);
    }

    private static IGate Azure(BucketOptions options)
    {
        if (options.AccessKey.Length == 0)
        {
            return new StrangersGate(
                static request => request.Header("Authorization") is not null || request.Find("sig") is not null, AzureErrors.AuthenticationFailed);
        }

        // Shared Key signs the path as it came; a shared access signature is for container and blob.
        var check = new AzureCheck(options.AccessKey, options.SecretKey);
        return new SignatureGate(_ => check, request =>
            request.Header("Authorization") is null ? "/" + AzureStore.WithoutAccount(options.AccessKey, request.Host, request.Path[1..]) : request.Path);
    }

    private static IGate Oss(BucketOptions options)
    {
        if (options.AccessKey.Length == 0)
        {
            return new StrangersGate(
                static request => request.Header("Authorization") is not null || request.Find("Signature") is not null || request.Find("x-oss-signature") is not null,
                OssErrors.InvalidAccessKeyId);
        }

        var first = new OssV1Check(options.Name, Keys(options));
        var fourth = new V4Check(V4Dialect.Oss, new V4Scope(Region(options), "oss", options.Name), V4Words.Oss, Keys(options));
        return new SchemeGate(
            static scheme => StartsWith(scheme, "OSS ", OssScheme) ? null : OssErrors.UnsupportedScheme,
            new SignatureGate(
                request => request.Header("Authorization")?.StartsWith(OssScheme, StringComparison.Ordinal) == true ? fourth : first,
                static request => request.Path));
    }

    private static Func<string, StoreCredentials?> Keys(BucketOptions options)
    {
        var known = new StoreCredentials(options.AccessKey, options.SecretKey);
        return id => id == known.AccessKey ? known : null;
    }

    private static bool IsSigned(BucketRequest request) =>
        request.Header("Authorization") is not null || request.Find("X-Amz-Signature") is not null || request.Find("X-Goog-Signature") is not null;

    private static bool StartsWith(string text, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
