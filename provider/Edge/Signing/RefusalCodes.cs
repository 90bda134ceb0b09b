using System.Collections.Frozen;

namespace EdgeInfra.Edge.Signing;

/// <summary>Codes by which stores say that other credentials might be taken.</summary>
internal static class RefusalCodes
{
    private static readonly FrozenSet<string> OfCredentials = FrozenSet.ToFrozenSet(
    [
        "ExpiredToken", "InvalidToken", "TokenRefreshRequired", "InvalidAccessKeyId", // S3
        "InvalidSecurity", // Google
        "SecurityTokenExpired", "InvalidSecurityToken", // OSS
        "bad_auth_token", "expired_auth_token", "unauthorized", // B2
        "AuthenticationFailed", "AuthorizationFailure", // Azure: a key that was rotated
    ]);

    public static bool AreOfCredentials(string code) => OfCredentials.Contains(code);
}
