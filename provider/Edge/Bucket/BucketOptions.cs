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

    /// <summary>Whose manners it has: one of <see cref="Stores.StoreNames"/>.</summary>
    public string Store { get; init; } = Stores.StoreNames.S3;

    /// <summary>The store's own host name, below which bucket names stand. Empty: any host that begins with the name will do.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Region that requests have to be signed for; empty, the usual one of the store.</summary>
    public string Region { get; init; } = "";

    /// <summary>Whether only requests with good credentials are answered.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Access key id; Azure's account; B2's key id. Empty: no key is known, and whoever shows one is refused.</summary>
    public string AccessKey { get; init; } = "";

    public string SecretKey { get; init; } = "";

    /// <summary>Whether callers may list keys. If not, what is missing is answered like what is forbidden, where the store does so.</summary>
    public bool MayList { get; init; } = true;

    /// <summary>How long an authorisation of B2 lasts.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromDays(1); // Backblaze's own

    /// <summary>The bucket's clock; one that is wrong shows what becomes of signatures.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Gets a line of JSON for each request, with all that arrived; unset, nothing does.</summary>
    public Action<string>? Log { get; init; }
}
