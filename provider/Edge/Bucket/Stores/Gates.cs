namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Who checks credentials for which store.</summary>
internal static class Gates
{
    public static IGate Of(BucketOptions options) => options.Store switch
    {
        StoreNames.Azure => new StrangersGate(static request => request.Header("Authorization") is not null || request.Find("sig") is not null, AzureErrors.AuthenticationFailed),
        StoreNames.Oss => new StrangersGate(
            static request => request.Header("Authorization") is not null || request.Find("Signature") is not null || request.Find("x-oss-signature") is not null,
            OssErrors.InvalidAccessKeyId),
        StoreNames.Gcs => new StrangersGate(IsSigned, GoogleErrors.InvalidAccessKeyId),
        _ => new StrangersGate(IsSigned, S3Errors.InvalidAccessKeyId),
    };

    private static bool IsSigned(BucketRequest request) =>
        request.Header("Authorization") is not null || request.Find("X-Amz-Signature") is not null || request.Find("X-Goog-Signature") is not null;
}
