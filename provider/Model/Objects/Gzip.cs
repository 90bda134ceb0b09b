namespace EdgeInfra.Model;

/// <summary>Which answers are compressed: by content type or by the path's extension, each a list joined with blanks.</summary>
public sealed record Gzip : INamed
{
    public static FieldTable<Gzip> Fields { get; } = new(ObjectKind.Gzip, "gzip", "gzips", numbersAsText: true);

    [Field("Name of the rule, unique within the version.")]
    public required string Name { get; init; }

    [Field("Content types. Default of Fastly's API.")]
    public string ContentTypes { get; init; } =
        "text/html application/x-javascript text/css application/javascript text/javascript application/json "
        + "application/vnd.ms-fontobject application/x-font-opentype application/x-font-truetype application/x-font-ttf "
        + "application/xml font/eot font/opentype font/otf image/svg+xml image/vnd.microsoft.icon text/plain text/xml";

    [Field("Extensions, without the dot. Default of Fastly's API.")]
    public string Extensions { get; init; } = "css js html eot ico otf ttf json";

    [Field("Condition of type CACHE under which answers are compressed.", Reference = ObjectKind.Condition)]
    public string CacheCondition { get; init; } = "";

    [Field("Whether clients that take brotli as gladly as gzip get brotli. Only the bundled runtime knows it.", Sparse = true, Extension = true)]
    public bool? Brotli { get; init; }
}
