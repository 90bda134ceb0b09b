namespace EdgeInfra.Edge.Signing.V4;

/// <summary>What a key is derived for. The bucket counts for OSS only.</summary>
internal sealed record V4Scope(string Region, string Service, string? Bucket = null);
