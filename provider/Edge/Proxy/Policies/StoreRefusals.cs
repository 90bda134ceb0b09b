using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>The codes by which stores say that a configuration is wrong, rather than that an object is not there.</summary>
internal static class StoreRefusals
{
    /// <summary>How a refusal without a code of its own is counted.</summary>
    public const string Unknown = "unknown";

    /// <summary>null when the code says nothing about the configuration.</summary>
    public static StoreRefusal? Of(OriginPolicy policy, int status, string code) => code switch
    {
        "SignatureDoesNotMatch" or "AuthenticationFailed" or "AuthorizationFailure" => Signature(policy),
        "InvalidAccessKeyId" or "InvalidSecurity" or "InvalidAuthenticationInfo" or "InvalidCredentials" =>
            Signing(policy, "accessKey", "the store does not know the access key"),
        "UserDisable" or "AccountIsDisabled" or "AllAccessDisabled" or "AccountProblem" or "NotSignedUp" =>
            Signing(policy, "accessKey", "the account is shut"),
        "ExpiredToken" or "SecurityTokenExpired" or "TokenRefreshRequired" or "RequestExpired" or "expired_auth_token" =>
            Signing(policy, "token", "the token has expired") with { Passes = true },
        "InvalidToken" or "InvalidSecurityToken" or "bad_auth_token" => Signing(policy, "token", "the token is not valid"),
        "RequestTimeTooSkewed" or "RequestInTheFuture" => new("policy.signing", "the clock of this edge is wrong", Passes: true),
        "AuthorizationHeaderMalformed" or "PermanentRedirect" or "TemporaryRedirect" or "IllegalLocationConstraintException" or "InvalidRegionName" =>
            policy.Signing is null ? new("address", "the bucket is in another region") : new("policy.signing.region", "the bucket is in another region"),
        "InvalidArgument" when status == 400 && policy.Signing is not null =>
            new("policy.signing.region", "the store does not take what is signed: look at region and service"),
        "NoSuchBucket" or "ContainerNotFound" or "ContainerBeingDeleted" or "ContainerDisabled" or "bad_bucket_id" or "no_such_bucket" =>
            new(Bucket(policy), "there is no such bucket"),
        "SecondLevelDomainForbidden" => new("address", "the store wants the bucket in the host's name"),
        "KeyBasedAuthenticationNotPermitted" or "CredentialTypeNotSupported" => Signing(policy, "scheme", "the account does not allow this way of signing"),
        "transaction_cap_exceeded" or "download_cap_exceeded" or "cap_exceeded" =>
            new(policy.Signing is null ? "address" : "policy.signing.accessKey", "the account has reached a cap", Passes: true),
        _ => Denied(policy, status, code),
    };

    // Azure tells strangers no more than that.
    private static StoreRefusal PrivateOrGone(OriginPolicy policy) => policy.Signing is null
        ? new("policy.signing", "the container is private or not there, and requests are not signed", IsVague: true)
        : Denied(policy);

    // Says who is not let in; stores that do not tell what they have say it of missing objects, too.
    private static StoreRefusal? Denied(OriginPolicy policy, int status, string code) => code switch
    {
        "ResourceNotFound" => PrivateOrGone(policy),
        "AccessDenied" or "access_denied" or "unauthorized" or "NoAuthenticationInformation" or "AuthenticationRequired" or "MissingAuthenticationToken"
            or "MissingSecurityHeader" or "PublicAccessNotPermitted" or "AuthorizationPermissionMismatch"
            or "AuthorizationServiceMismatch" or "AuthorizationResourceTypeMismatch" or "AuthorizationProtocolMismatch"
            or "AuthorizationSourceIPMismatch" or "InsufficientAccountPermissions" => Denied(policy),
        _ => status == 401 ? Denied(policy) : null,
    };

    private static StoreRefusal Denied(OriginPolicy policy) => policy.Signing is null
        ? new("policy.signing", "the bucket is private, and requests are not signed", IsVague: true)
        : new("policy.signing.accessKey", "these credentials may not read the bucket", IsVague: true);

    private static StoreRefusal Signature(OriginPolicy policy) => policy.Signing?.Scheme == "azure-sas"
        ? new("policy.signing.token", "the store refused the shared access signature")
        : Signing(policy, "secretKey", "the bucket refused the signature");

    private static StoreRefusal Signing(OriginPolicy policy, string property, string what) =>
        policy.Signing is null ? Denied(policy) : new("policy.signing." + property, what);

    private static string Bucket(OriginPolicy policy) => string.IsNullOrEmpty(policy.PathPrefix) ? "address" : "policy.pathPrefix";
}
