namespace EdgeInfra.Model;

/// <summary>What is answered instead of an origin's error: an object of the same origin, or a text of its own. The status stays, unless another is given.</summary>
public sealed record ErrorPage
{
    public static FieldTable<ErrorPage> Fields { get; } = new(ObjectKind.Part, "page", "pages")
    {
        Summary = "What is answered instead of an origin's error: an object of the same origin, or a text of its own.",
    };

    [Field("Statuses it stands in for: 404, 4xx, 500-503. What counts as missing is a 404 here.", Format = TextFormat.StatusRange)]
    public ValueList<string> Statuses { get; init; } = ["404"];

    [Field("Path of the object, beginning with a slash; it goes the policy's way, with prefix and signature.")]
    public string? Path { get; init; }

    [Field("The text itself, where there is no object, or when the object is missing too.", Format = TextFormat.Free)]
    public string? Content { get; init; }

    [Field("Content type of the text.")]
    public string ContentType { get; init; } = "text/html; charset=utf-8";

    [Field("Status to answer with; unset, the origin's.", Min = 200, Max = 599)]
    public int? Status { get; init; }

    [Field("How long the page lives in the cache, whatever the origin says of it; with a status of 500 or above it is never kept.", Unit = "s", Min = 0, Max = 31_536_000)]
    public int Ttl { get; init; } = 60;
}
