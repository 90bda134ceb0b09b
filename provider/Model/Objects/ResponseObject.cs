namespace EdgeInfra.Model;

/// <summary>An answer the edge gives itself, where a condition holds. Without a condition nothing uses it.</summary>
public sealed record ResponseObject : INamed
{
    public static FieldTable<ResponseObject> Fields { get; } =
        new(ObjectKind.ResponseObject, "response_object", "response_objects", numbersAsText: true);

    [Field("Name of the answer, unique within the version.")]
    public required string Name { get; init; }

    [Field("HTTP status.", Min = 100, Max = 999)]
    public int Status { get; init; } = 200;

    [Field("Reason phrase.")]
    public string Response { get; init; } = "Ok";

    [Field("Body.", Format = TextFormat.Free)]
    public string Content { get; init; } = "";

    [Field("Content-Type header.")]
    public string ContentType { get; init; } = "";

    [Field("Condition of type REQUEST under which the answer is given.", Reference = ObjectKind.Condition)]
    public string RequestCondition { get; init; } = "";

    [Field("Condition of type CACHE under which the answer is given.", Reference = ObjectKind.Condition)]
    public string CacheCondition { get; init; } = "";
}
