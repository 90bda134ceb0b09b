namespace EdgeInfra.Model;

/// <summary>One change of one header, of the request or of the answer. Absent conditions are null, unlike those of other kinds.</summary>
public sealed record Header : INamed
{
    public static FieldTable<Header> Fields { get; } = new(ObjectKind.Header, "header", "headers", numbersAsText: true);

    [Field("Name of the rule, unique within the version.")]
    public required string Name { get; init; }

    [Field("What is done.")]
    [Choice("set", "replaces the header")]
    [Choice("append", "adds to the header")]
    [Choice("delete", "removes the header")]
    [Choice("regex", "replaces the first match of regex")]
    [Choice("regex_repeat", "replaces every match of regex")]
    public required string Action { get; init; }

    [Field("Which headers are meant.")]
    [Choice("request", "those of the request as it came in")]
    [Choice("fetch", "those of the request to the origin")]
    [Choice("cache", "those of the origin's answer, before it is cached")]
    [Choice("response", "those of the answer to the client")]
    public required string Type { get; init; }

    [Field("What is changed, for example http.Foo.")]
    public required string Dst { get; init; }

    [Field("Expression whose value is taken.", Format = TextFormat.Free)]
    public string Src { get; init; } = "";

    [Field("Regular expression that is looked for.", Format = TextFormat.Free)]
    public string Regex { get; init; } = "";

    [Field("What a match is replaced with.", Format = TextFormat.Free)]
    public string Substitution { get; init; } = "";

    [Field("Whether a header that is there already stays as it is.")]
    public bool IgnoreIfSet { get; init; }

    [Field("Order among the rules, smallest first.")]
    public int Priority { get; init; } = 100;

    [Field("Condition of type REQUEST under which the rule is applied.", Reference = ObjectKind.Condition)]
    public string? RequestCondition { get; init; }

    [Field("Condition of type CACHE under which the rule is applied.", Reference = ObjectKind.Condition)]
    public string? CacheCondition { get; init; }

    [Field("Condition of type RESPONSE under which the rule is applied.", Reference = ObjectKind.Condition)]
    public string? ResponseCondition { get; init; }
}
