namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>For a bucket that knows no key: whoever shows one is a stranger.</summary>
internal sealed class StrangersGate(Func<BucketRequest, bool> isSigned, BucketError refusal) : IGate
{
    public Caller Check(BucketRequest request) => isSigned(request) ? Caller.Refused(refusal) : Caller.Nobody;
}
