using System.Security.Cryptography;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Checks;

namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Computes signatures anew from what arrived, as a store does.</summary>
/// <param name="choose">Which check a request asks for, by its scheme or its claims.</param>
/// <param name="path">The path as the store reads it.</param>
internal sealed class SignatureGate(Func<BucketRequest, ISignatureCheck> choose, Func<BucketRequest, string> path) : IGate
{
    public Caller Check(BucketRequest request)
    {
        var headers = new HeaderList();
        foreach (var (name, value) in request.Headers)
        {
            headers.Add(name, value);
        }

        var received = new ReceivedRequest(
            request.Method, path(request), request.Query, request.Host, headers, Convert.ToHexStringLower(SHA256.HashData(request.Body)));
        var verdict = choose(request).Check(received, request.Now);
        return verdict.Refusal is { } refusal ? Caller.Refused(Error(refusal)) : verdict.AccessKey is null ? Caller.Nobody : Caller.Known;
    }

    private static BucketError Error(SignatureRefusal refusal) =>
        new(refusal.Status, refusal.Code, refusal.Message) { Details = [.. refusal.Details.Select(detail => (detail.Key, detail.Value))] };
}
