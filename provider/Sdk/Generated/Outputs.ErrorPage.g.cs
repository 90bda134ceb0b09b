// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>What is answered instead of an origin's error: an object of the same origin, or a text of its own.</summary>
[OutputType]
public sealed class ErrorPage
{
    /// <summary>Statuses it stands in for: 404, 4xx, 500-503. What counts as missing is a 404 here.</summary>
    public readonly ImmutableArray<string> Statuses;

    /// <summary>Path of the object, beginning with a slash; it goes the policy's way, with prefix and signature.</summary>
    public readonly string? Path;

    /// <summary>The text itself, where there is no object, or when the object is missing too.</summary>
    public readonly string? Content;

    /// <summary>Content type of the text. Default: text/html; charset=utf-8.</summary>
    public readonly string? ContentType;

    /// <summary>Status to answer with; unset, the origin's. From 200 to 599.</summary>
    public readonly int? Status;

    /// <summary>How long the page lives in the cache, whatever the origin says of it; with a status of 500 or above it is never kept. In seconds. From 0 to 31536000. Default: 60.</summary>
    public readonly int? Ttl;

    [OutputConstructor]
    public ErrorPage(
        ImmutableArray<string> statuses = default,
        string? path = default,
        string? content = default,
        string? contentType = default,
        int? status = default,
        int? ttl = default)
    {
        Statuses = statuses.IsDefault ? [] : statuses;
        Path = path;
        Content = content;
        ContentType = contentType;
        Status = status;
        Ttl = ttl;
    }
}
