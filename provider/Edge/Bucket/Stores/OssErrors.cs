namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Errors of Alibaba Cloud OSS, with its texts; each has a number of its own (EC) besides its code.</summary>
internal static class OssErrors
{
    public static BucketError NoSuchKey { get; } = Of(404, "NoSuchKey", "The specified key does not exist.", "0026-00000001");

    public static BucketError NoSuchBucket { get; } = Of(404, "NoSuchBucket", "The specified bucket does not exist.", "0015-00000101");

    public static BucketError AccessDenied { get; } = Of(403, "AccessDenied", "You have no right to access this object because of bucket acl.", "0003-00000001");

    public static BucketError SecondLevelDomainForbidden { get; } = Of(
        403, "SecondLevelDomainForbidden", "The bucket you are attempting to access must be addressed using OSS third level domain.", "0048-00000101");

    public static BucketError InvalidObjectName { get; } = Of(400, "InvalidObjectName", "The specified object is not valid.", "0016-00000502");

    public static BucketError InvalidRange { get; } = Of(416, "InvalidRange", "The requested range cannot be satisfied", "0016-00000201");

    public static BucketError PreconditionFailed { get; } =
        Of(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold.", "0021-00000004");

    public static BucketError MethodNotAllowed { get; } =
        Of(405, "MethodNotAllowed", "The specified method is not allowed against this resource.", "0002-00000401");

    public static BucketError NotImplemented { get; } = Of(501, "NotImplemented", "A header or query you provided implies functionality that is not implemented.", "0016-00000904");

    public static BucketError ResponseHeadersOfNobody { get; } =
        Of(400, "InvalidRequest", "it can not override response headers under anonymous request.", "0017-00000902");

    public static BucketError InvalidAccessKeyId { get; } =
        Of(403, "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist in our records.", "0002-00000902");

    public static BucketError UnsupportedScheme { get; } = Of(400, "InvalidArgument", "Unsupported authorization type.", "0002-00000301");

    private static BucketError Of(int status, string code, string message, string number) =>
        new(status, code, message) { Details = [("EC", number)], Headers = [("x-oss-ec", number)] };
}
