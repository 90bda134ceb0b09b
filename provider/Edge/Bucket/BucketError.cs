namespace EdgeInfra.Edge.Bucket;

/// <summary>An answer that is an error document, with S3's codes and texts.</summary>
internal sealed record BucketError(int Status, string Code, string Message)
{
    public static BucketError NoSuchKey { get; } = new(404, "NoSuchKey", "The specified key does not exist.");

    public static BucketError NoSuchBucket { get; } = new(404, "NoSuchBucket", "The specified bucket does not exist");

    public static BucketError MethodNotAllowed { get; } = new(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");

    public static BucketError InvalidUri { get; } = new(400, "InvalidURI", "Couldn't parse the specified URI.");

    public static BucketError InvalidRange { get; } = new(416, "InvalidRange", "The requested range is not satisfiable");

    public static BucketError PreconditionFailed { get; } =
        new(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");

    public static BucketError AccessDenied { get; } = new(403, "AccessDenied", "Access Denied");
}
