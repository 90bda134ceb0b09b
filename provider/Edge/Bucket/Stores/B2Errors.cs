namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Errors of Backblaze B2's native API, with its texts.</summary>
internal static class B2Errors
{
    public static BucketError BadUrl { get; } = new(400, "bad_request", "Bad character in percent-encoded string");

    public static BucketError BadBody { get; } = new(400, "bad_request", "not a valid request body");

    public static BucketError BadLifetime { get; } = new(400, "bad_request", "validDurationInSeconds must be between 1 and 604800");

    public static BucketError BadBucketId { get; } = new(400, "bad_bucket_id", "invalid bucketId");

    public static BucketError MethodNotAllowed { get; } = new(405, "method_not_allowed", "only GET and HEAD are supported") { Headers = [("Allow", "GET, HEAD")] };

    public static BucketError Unauthorized { get; } = new(401, "unauthorized", "");

    public static BucketError BadAuthToken { get; } = new(401, "bad_auth_token", "Invalid authorization token");

    public static BucketError ExpiredAuthToken { get; } = new(401, "expired_auth_token", "Authorization token has expired");

    public static BucketError Forbidden { get; } = new(403, "access_denied", "The token does not allow this file name");

    public static BucketError RangeNotSatisfiable { get; } = new(416, "range_not_satisfiable", "The Range in the request is outside the size of the file");

    public static BucketError OverridesOfNobody { get; } = new(400, "bad_request", "Response headers can only be chosen with an authorization");

    public static BucketError NoSuchFile(string name) => new(404, "not_found", $"File with such name does not exist.: {name}");

    public static BucketError NoSuchBucket(string name) => new(404, "not_found", $"Bucket does not exist: {name}");

    public static BucketError NoSuchCall(string name) => new(400, "bad_request", $"invalid API name: {name}");
}
