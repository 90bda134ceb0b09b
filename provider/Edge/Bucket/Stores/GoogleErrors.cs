namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Errors of Google Cloud Storage's XML API, with its texts.</summary>
internal static class GoogleErrors
{
    public static BucketError NoSuchKey { get; } = new(404, "NoSuchKey", "The specified key does not exist.");

    public static BucketError NoSuchBucket { get; } = new(404, "NoSuchBucket", "The specified bucket does not exist.");

    public static BucketError AccessDenied { get; } = new(403, "AccessDenied", "Access denied.");

    public static BucketError InvalidUri { get; } = new(400, "InvalidURI", "Couldn't parse the specified URI.");

    public static BucketError InvalidArgument { get; } = new(400, "InvalidArgument", "Invalid argument.");

    public static BucketError InvalidRange { get; } = new(416, "InvalidRange", "The requested range cannot be satisfied.");

    public static BucketError PreconditionFailed { get; } = new(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold.");

    public static BucketError MethodNotAllowed { get; } = new(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");

    public static BucketError NotImplemented { get; } = new(501, "NotImplemented", "The requested feature is not implemented.");

    public static BucketError UnsupportedScheme { get; } = new(400, "InvalidArgument", "Unsupported Authorization Type");

    public static BucketError InvalidAccessKeyId { get; } = new(403, "InvalidAccessKeyId", "The User Id you provided does not exist in our records.");
}
