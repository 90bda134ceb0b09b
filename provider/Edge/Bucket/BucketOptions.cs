using System.Net;

namespace EdgeInfra.Edge.Bucket;

/// <summary>What a development bucket is started with.</summary>
internal sealed record BucketOptions
{
    /// <summary>The folder whose files are the objects; it has to exist.</summary>
    public required string Root { get; init; }

    public required IPEndPoint Listen { get; init; }

    /// <summary>Name of the bucket. Empty: every request is for this bucket, whatever its host.</summary>
    public string Name { get; init; } = "";
}
