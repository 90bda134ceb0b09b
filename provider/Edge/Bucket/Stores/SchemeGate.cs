namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Refuses an Authorization of a scheme that the store does not know, before anybody looks for a signature in it.</summary>
internal sealed class SchemeGate(Func<string, BucketError?> refuse, IGate then) : IGate
{
    public Caller Check(BucketRequest request) =>
        request.Header("Authorization") is { } authorization && refuse(authorization) is { } refusal ? Caller.Refused(refusal) : then.Check(request);
}
