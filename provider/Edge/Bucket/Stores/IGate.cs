namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Checks the credentials that a request shows. A request without any passes as nobody's: whether that will do is the store's to say.</summary>
internal interface IGate
{
    /// <param name="request">As it arrived.</param>
    /// <param name="address">Where it leads: some signatures hold bucket and key although the path does not.</param>
    Caller Check(BucketRequest request, BucketAddress address);
}
