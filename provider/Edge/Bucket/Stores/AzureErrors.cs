namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Errors of Azure Blob Storage, with its texts.</summary>
internal static class AzureErrors
{
    public static BucketError BlobNotFound { get; } = new(404, "BlobNotFound", "The specified blob does not exist.");

    public static BucketError ContainerNotFound { get; } = new(404, "ContainerNotFound", "The specified container does not exist.");

    public static BucketError ResourceNotFound { get; } = new(404, "ResourceNotFound", "The specified resource does not exist.");

    public static BucketError PublicAccessNotPermitted { get; } =
        new(409, "PublicAccessNotPermitted", "Public access is not permitted on this storage account.");

    public static BucketError NotPermitted { get; } =
        new(403, "AuthorizationPermissionMismatch", "This request is not authorized to perform this operation using this permission.");

    public static BucketError AuthenticationFailed { get; } = new(
        403, "AuthenticationFailed",
        "Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.");

    public static BucketError InvalidUri { get; } = new(400, "InvalidUri", "The requested URI does not represent any resource on the server.");

    public static BucketError InvalidQuery { get; } =
        new(400, "InvalidQueryParameterValue", "Value for one of the query parameters specified in the request URI is invalid.");

    public static BucketError InvalidRange { get; } = new(416, "InvalidRange", "The range specified is invalid for the current size of the resource.");

    public static BucketError ConditionNotMet { get; } =
        new(412, "ConditionNotMet", "The condition specified using HTTP conditional header(s) is not met.");

    public static BucketError UnsupportedVerb { get; } = new(405, "UnsupportedHttpVerb", "The resource doesn't support specified Http Verb.");

    public static BucketError NotImplemented { get; } = new(501, "NotImplemented", "The requested operation is not implemented on the specified resource.");
}
