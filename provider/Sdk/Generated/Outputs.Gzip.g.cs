// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>Which answers are compressed: by content type or by the path's extension.</summary>
[OutputType]
public sealed class Gzip
{
    /// <summary>Name of the rule, unique within the version.</summary>
    public readonly string Name;

    /// <summary>Content types. Default of Fastly's API. Default: text/html application/x-javascript text/css application/javascript text/javascript application/json application/vnd.ms-fontobject application/x-font-opentype application/x-font-truetype application/x-font-ttf application/xml font/eot font/opentype font/otf image/svg+xml image/vnd.microsoft.icon text/plain text/xml.</summary>
    public readonly string? ContentTypes;

    /// <summary>Extensions, without the dot. Default of Fastly's API. Default: css js html eot ico otf ttf json.</summary>
    public readonly string? Extensions;

    /// <summary>Condition of type CACHE under which answers are compressed. A name, or the definition itself: then it need not be listed.</summary>
    public readonly Union<string, ConditionDefinition>? CacheCondition;

    /// <summary>Whether clients that take brotli as gladly as gzip get brotli. Only the bundled runtime knows it.</summary>
    public readonly bool? Brotli;

    [OutputConstructor]
    public Gzip(
        string name,
        string? contentTypes = default,
        string? extensions = default,
        Union<string, ConditionDefinition>? cacheCondition = default,
        bool? brotli = default)
    {
        Name = name;
        ContentTypes = contentTypes;
        Extensions = extensions;
        CacheCondition = cacheCondition;
        Brotli = brotli;
    }
}
