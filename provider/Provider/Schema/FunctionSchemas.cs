using System.Text.Json.Nodes;
using EdgeInfra.Plugin.Import;

namespace EdgeInfra.Plugin.Schema;

/// <summary>Describes the functions.</summary>
internal static class FunctionSchemas
{
    public static JsonObject Build() => new() { [ImportFunction.Token] = ImportProgram() };

    private static JsonObject ImportProgram() => new()
    {
        ["description"] = Documentation.Of("importProgram"),
        ["inputs"] = Object(
        [
            ("kind", PropertySchema.Text($"What is imported: {string.Join(" or ", ImportRequest.Kinds)}.")),
            ("text", PropertySchema.Text("The VCL.")),
            ("id", PropertySchema.Text("Id of the service.")),
            ("name", PropertySchema.Text("What the program is called after: the name of the VCL file.")),
            ("language", PropertySchema.Text($"Of the program: {string.Join(" or ", ImportRequest.Languages)}. Default: {ImportRequest.Languages[0]}.")),
            ("directory", PropertySchema.Text("Where the files will lie; paths to the SDK are seen from there.")),
            ("part", PropertySchema.Flag("Whether a program is there already, and only what is to be added is wanted. Default: false.")),
        ], ["kind"]),
        ["outputs"] = Object(
        [
            ("files", new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = "string" },
                ["description"] = "The texts of files, by path below the directory.",
            }),
            ("fragment", PropertySchema.Text("What cannot be a file of its own, to be added by hand; empty when there is nothing.")),
            ("warnings", PropertySchema.Texts("What the program does not say, and why.")),
            ("next", PropertySchema.Texts("What to do next.")),
        ], ["files", "fragment", "warnings", "next"]),
    };

    private static JsonObject Object(IReadOnlyList<(string Name, JsonObject Schema)> properties, string[] required) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Schema))),
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
    };
}
