// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>Which answers are compressed: by content type or by the path's extension.</summary>
public sealed partial class GzipArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the rule, unique within the version.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Content types. Default of Fastly's API. Default: text/html application/x-javascript text/css application/javascript text/javascript application/json application/vnd.ms-fontobject application/x-font-opentype application/x-font-truetype application/x-font-ttf application/xml font/eot font/opentype font/otf image/svg+xml image/vnd.microsoft.icon text/plain text/xml.</summary>
    [Input("contentTypes")]
    public Input<string>? ContentTypes { get; set; }

    /// <summary>Extensions, without the dot. Default of Fastly's API. Default: css js html eot ico otf ttf json.</summary>
    [Input("extensions")]
    public Input<string>? Extensions { get; set; }

    /// <summary>Condition of type CACHE under which answers are compressed. A name, or the definition itself: then it need not be listed.</summary>
    [Input("cacheCondition")]
    public InputUnion<string, ConditionDefinition>? CacheCondition { get; set; }

    /// <summary>Whether clients that take brotli as gladly as gzip get brotli. Only the bundled runtime knows it.</summary>
    [Input("brotli")]
    public Input<bool>? Brotli { get; set; }
}
