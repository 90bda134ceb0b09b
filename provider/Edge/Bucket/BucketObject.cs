namespace EdgeInfra.Edge.Bucket;

/// <summary>A file as an object. The tag is quoted, as it stands in ETag.</summary>
internal sealed record BucketObject(string Path, long Length, DateTime ModifiedUtc, string Tag)
{
    /// <summary>Whole seconds, because that is all Last-Modified can say.</summary>
    public DateTimeOffset Modified => new(ModifiedUtc.Ticks - (ModifiedUtc.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    public string ContentType => ContentTypes.ForFile(Path);
}
