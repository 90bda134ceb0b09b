// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>How long answers that fit live in the cache. What a rule leaves out fits everything.</summary>
[OutputType]
public sealed class TtlRule
{
    /// <summary>Pattern of the client's path, without its query: * stands for any text, also with slashes: /assets/*, *.html.</summary>
    public readonly string? Path;

    /// <summary>Pattern of the content type without its parameters: image/*, text/html.</summary>
    public readonly string? ContentType;

    /// <summary>Statuses: 200, 4xx, 500-503. Empty, 200, 203, 300, 301, 302, 404 and 410, as Fastly caches.</summary>
    public readonly ImmutableArray<string> Statuses;

    /// <summary>Lifetime in the cache; 0 keeps it out. In seconds. From 0 to 31536000. Default: 0.</summary>
    public readonly int? Ttl;

    [OutputConstructor]
    public TtlRule(
        string? path = default,
        string? contentType = default,
        ImmutableArray<string> statuses = default,
        int? ttl = default)
    {
        Path = path;
        ContentType = contentType;
        Statuses = statuses.IsDefault ? [] : statuses;
        Ttl = ttl;
    }
}
