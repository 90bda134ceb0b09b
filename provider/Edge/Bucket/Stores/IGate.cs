namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Checks the credentials that a request shows. A request without any passes as nobody's: whether that will do is the store's to say.</summary>
internal interface IGate
{
    Caller Check(BucketRequest request);
}
