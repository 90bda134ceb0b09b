namespace EdgeInfra.Model;

/// <summary>How long answers that fit live in the cache. What a rule leaves out fits everything.</summary>
public sealed record TtlRule
{
    public static FieldTable<TtlRule> Fields { get; } = new(ObjectKind.Part, "rule", "rules")
    {
        Summary = "How long answers that fit live in the cache. What a rule leaves out fits everything.",
    };

    [Field("Pattern of the client's path, without its query: * stands for any text, also with slashes: /assets/*, *.html.")]
    public string? Path { get; init; }

    [Field("Pattern of the content type without its parameters: image/*, text/html.")]
    public string? ContentType { get; init; }

    [Field("Statuses: 200, 4xx, 500-503. Empty, 200, 203, 300, 301, 302, 404 and 410, as Fastly caches.", Format = TextFormat.StatusRange)]
    public ValueList<string> Statuses { get; init; } = [];

    [Field("Lifetime in the cache; 0 keeps it out.", Unit = "s", Min = 0, Max = 31_536_000)]
    public int Ttl { get; init; }
}
