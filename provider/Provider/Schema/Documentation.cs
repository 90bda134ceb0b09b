using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Schema;

/// <summary>The long texts beside the resources, as they go into the schema.</summary>
internal static class Documentation
{
    /// <summary>What a kind that is no resource is, in a sentence.</summary>
    public static string SummaryOf(ObjectKind kind) => kind switch
    {
        ObjectKind.Director => "A group of backends that a request may go to.",
        ObjectKind.Dictionary => "A named table of texts that expressions look up, as in table.lookup(NAME, key).",
        ObjectKind.Acl => "A named list of addresses that expressions match against, as in client.ip ~ NAME.",
        ObjectKind.Header => "One change of one header, of the request or of the answer.",
        ObjectKind.CacheSettings => "How answers are cached, where a condition holds.",
        ObjectKind.RequestSettings => "How requests are treated, where a condition holds.",
        ObjectKind.ResponseObject => "An answer the edge gives itself, where a condition holds.",
        ObjectKind.Gzip => "Which answers are compressed: by content type or by the path's extension.",
        ObjectKind.Snippet => "A piece of VCL for one place of the generated program. The bundled runtime keeps it and never executes it.",
        ObjectKind.Vcl => "A file of VCL. The bundled runtime keeps it and never executes it.",
        ObjectKind.Settings => "The general settings of a version.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind is a resource, described in a file of its own."),
    };

    public static string Of(string name)
    {
        using var text = typeof(Documentation).Assembly.GetManifestResourceStream($"{name}.md")
            ?? throw new InvalidOperationException($"there is no Resources/{name}.md");
        using var reader = new StreamReader(text);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
