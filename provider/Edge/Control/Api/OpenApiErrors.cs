using System.Text.Json;

namespace EdgeInfra.Edge.Control;

/// <summary>Every refusal there is, and where it can come.</summary>
internal static class OpenApiErrors
{
    private const string Version = "/version/{number}";

    public static IReadOnlyList<OpenApiError> All { get; } =
    [
        new(400, "The call says something that is not allowed; nothing has changed. The detail names each problem on a line.", _ => true),
        new(401, "The token is missing, unknown or expired.", _ => true),
        new(403, "The token's scope or its list of services does not allow this.", route => route.Needs != Right.Known),
        new(404, "Something that the path names does not exist.", route => route.Path.Contains('{', StringComparison.Ordinal)),
        new(405, "The path exists, but not with this method.", _ => false),
        new(409, "The name is taken.", NamesSomething),
        new(413, "The body is larger than a megabyte.", Writes),
        new(422, "The version is locked.", route => Writes(route) && ChangesDraft(route.Path)),
        new(429, "The token has used up its writes of this hour.", Writes),
        new(500, "A fault of the runtime, or a damaged document.", _ => true),
        new(501, "Known to Fastly, but not supported by this runtime yet.", route => route.Path.EndsWith("/{environment}", StringComparison.Ordinal)),
        new(503, "The store could not be written; nothing has changed.", Writes),
    ];

    public static void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteStartObject(OpenApiError.Schema);
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        WriteText(json, "msg", "What kind of refusal it is.");
        WriteText(json, "detail", "What is wrong, and how to mend it.");
        json.WriteEndObject();
        json.WriteStartArray("required");
        json.WriteStringValue("msg");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool Writes(Route route) => route.Method != "GET";

    private static bool NamesSomething(Route route) =>
        route.Method is "POST" or "PUT" && (route.Path.StartsWith("/service", StringComparison.Ordinal) && !route.Path.Contains("purge", StringComparison.Ordinal))
        && (!route.Path.Contains("/version", StringComparison.Ordinal) || ChangesDraft(route.Path)) && !route.Path.EndsWith(Version, StringComparison.Ordinal);

    // Not the calls about a version as a whole, but for its comment.
    private static bool ChangesDraft(string path) =>
        path.Contains(Version, StringComparison.Ordinal)
        && path.Split(Version)[1].Split('/') is not [_, "clone" or "lock" or "activate" or "deactivate" or "validate", ..];

    private static void WriteText(Utf8JsonWriter json, string name, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "string");
        json.WriteString("description", description);
        json.WriteEndObject();
    }
}
