namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>The kinds of store there are, by the names the command line has for them.</summary>
internal static class StoreNames
{
    public const string S3 = "s3";
    public const string Gcs = "gcs";
    public const string Azure = "azure";
    public const string B2 = "b2";
    public const string Oss = "oss";

    public static IReadOnlyList<string> All { get; } = [S3, Gcs, Azure, B2, Oss];

    public static IStore Open(BucketOptions options, BucketFolder folder) => options.Store switch
    {
        S3 => new S3Store(options, folder, Gates.Of(options)),
        Gcs => new GoogleStore(options, folder, Gates.Of(options)),
        Azure => new AzureStore(options, folder, Gates.Of(options)),
        B2 => new B2Store(options, folder),
        Oss => new OssStore(options, folder, Gates.Of(options)),
        _ => throw new ArgumentException($"{options.Store}: must be one of {string.Join(", ", All)}", nameof(options)),
    };
}
