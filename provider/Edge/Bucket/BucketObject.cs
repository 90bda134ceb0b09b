using System.Globalization;

namespace EdgeInfra.Edge.Bucket;

/// <summary>A file as an object.</summary>
internal sealed record BucketObject(string Path, long Length, DateTime ModifiedUtc, ContentDigests Digests)
{
    /// <summary>Quoted, as it stands in ETag: the MD5 of the content, unless the store has it otherwise.</summary>
    public string Tag { get; init; } = $"\"{Convert.ToHexStringLower(Digests.Md5)}\"";

    /// <summary>Whole seconds, because that is all Last-Modified can say.</summary>
    public DateTimeOffset Modified => new(ModifiedUtc.Ticks - (ModifiedUtc.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    public string LastModified => Modified.ToString("r", CultureInfo.InvariantCulture);

    public string ContentType => ContentTypes.ForFile(Path);
}
