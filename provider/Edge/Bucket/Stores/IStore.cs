namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>The manners of one kind of store: what it answers to a request, headers and errors included.</summary>
internal interface IStore
{
    BucketAnswer Answer(BucketRequest request);

    /// <summary>For a file that is there and can't be opened.</summary>
    BucketAnswer Unreadable(BucketRequest request);
}
