namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>S3's errors, with its texts.</summary>
internal static class S3Errors
{
    public static BucketError NoSuchKey { get; } = new(404, "NoSuchKey", "The specified key does not exist.");

    public static BucketError NoSuchBucket { get; } = new(404, "NoSuchBucket", "The specified bucket does not exist");

    public static BucketError NoSuchVersion { get; } = new(404, "NoSuchVersion", "The specified version does not exist.");

    public static BucketError InvalidVersion { get; } = new(400, "InvalidArgument", "Invalid version id specified");

    public static BucketError InvalidUri { get; } = new(400, "InvalidURI", "Couldn't parse the specified URI.");

    public static BucketError KeyTooLong { get; } = new(400, "KeyTooLongError", "Your key is too long");

    public static BucketError InvalidRange { get; } = new(416, "InvalidRange", "The requested range is not satisfiable");

    public static BucketError PreconditionFailed { get; } = new(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");

    public static BucketError AccessDenied { get; } = new(403, "AccessDenied", "Access Denied");

    public static BucketError MethodNotAllowed { get; } = new(405, "MethodNotAllowed", "The specified method is not allowed against this resource.")
    {
        Headers = [("Allow", "HEAD, DELETE, GET, PUT, POST")],
    };

    public static BucketError PreflightWithoutOrigin { get; } = new(400, "BadRequest", "Insufficient information. Origin request header needed.");

    public static BucketError PreflightRefused { get; } = new(403, "AccessForbidden", "CORSResponse: CORS is not enabled for this bucket.");

    public static BucketError ResponseHeadersOfNobody { get; } =
        new(400, "InvalidRequest", "Request specific response headers cannot be used for anonymous GET requests.");

    public static BucketError NotImplemented { get; } = new(501, "NotImplemented", "A header or query you provided implies functionality that is not implemented.");

    public static BucketError InvalidAccessKeyId { get; } =
        new(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");

    public static BucketError OldSignature { get; } =
        new(400, "InvalidRequest", "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");

    public static BucketError UnsupportedScheme { get; } = new(400, "InvalidArgument", "Unsupported Authorization Type");

    /// <summary>For the parts of a bucket's configuration that this one does not have: NoSuchBucketPolicy and the like.</summary>
    public static BucketError NotConfigured(string code, string what) => new(404, code, $"The {what} does not exist");
}
