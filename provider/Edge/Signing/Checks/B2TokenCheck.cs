namespace EdgeInfra.Edge.Signing.Checks;

/// <summary>The tokens that Backblaze's own API takes, in the header or in the query.</summary>
/// <param name="tokens">When a token ends; null for one that was never given out.</param>
internal sealed class B2TokenCheck(Func<string, DateTimeOffset?> tokens) : ISignatureCheck
{
    public SignatureVerdict Check(in ReceivedRequest request, DateTimeOffset now) =>
        (request.Headers.First("Authorization") ?? request.Parameter("Authorization")) switch
        {
            null => SignatureVerdict.Anonymous,
            var token when tokens(token) is not { } => new SignatureRefusal(401, "bad_auth_token", "Invalid authorization token"),
            var token when tokens(token) < now => new SignatureRefusal(401, "expired_auth_token", "Authorization token has expired"),
            _ => SignatureVerdict.Holds("token"),
        };
}
