namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>A list of what is in a bucket, which a signed request for the bucket itself brings: nobody's page.</summary>
internal static class BucketListing
{
    // Lists of objects, and of buckets, as all say them that speak S3, Google and Alibaba among them. Azure and B2 list for other requests only.
    private static readonly byte[][] Roots = ["<ListBucketResult"u8.ToArray(), "<ListAllMyBucketsResult"u8.ToArray()];

    /// <summary>Whether an answer may be one, so that its body is worth a look: objects have a tag or a date.</summary>
    public static bool MayBe(int status, HeaderList headers) =>
        status == 200 && headers.First("ETag") is null && headers.First("Last-Modified") is null
        && headers.First("Content-Type")?.Contains("xml", StringComparison.OrdinalIgnoreCase) == true;

    /// <param name="document">The beginning of the body.</param>
    public static bool Is(ReadOnlySpan<byte> document)
    {
        foreach (var root in Roots)
        {
            if (document.IndexOf(root) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
