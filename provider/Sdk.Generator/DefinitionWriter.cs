using System.Text.Json;

namespace EdgeInfra.SdkGenerator;

/// <summary>
/// Writes an object type as a class that is got back from resources. A definition is given to them too: an output's value can be passed
/// on as it is.
/// </summary>
internal static class DefinitionWriter
{
    public static string Write(string name, JsonElement schema, CSharpTypes types)
    {
        var properties = SchemaProperty.Of(schema, "properties", "required", types).OrderByDescending(property => property.Required)
            .ToList();
        var within = types.IsInPlace(name) ? SdkWriter.OutputsNamespace : SdkWriter.Namespace;
        return Code.FileIn(within, "System.Collections.Immutable", "Pulumi").Summary(schema.GetProperty("description").GetString()!)
            .Line("[OutputType]")
            .Block($"public sealed class {name}", code =>
            {
                foreach (var property in properties)
                {
                    code.Summary(property.Description);
                    code.Line($"public readonly {property.Plain} {property.Member};")
                        .Blank();
                }

                Constructor(code, name, properties);
            })
            .ToString();
    }

    private static void Constructor(Code code, string name, List<SchemaProperty> properties)
    {
        code.Line("[OutputConstructor]");
        code.Line($"public {name}(");
        var parameters = properties.Select(property =>
            $"    {property.Plain}{(CSharpType.IsMap(property.Schema) ? "?" : "")} {property.Name}{(property.Required ? "" : " = default")}").ToList();
        foreach (var parameter in parameters[..^1])
        {
            code.Line(parameter + ",");
        }

        code.Block(parameters[^1] + ")", body =>
        {
            foreach (var property in properties)
            {
                body.Line(CSharpType.IsList(property.Schema)
                    ? $"{property.Member} = {property.Name}.IsDefault ? [] : {property.Name};"
                    : CSharpType.IsMap(property.Schema) ? $"{property.Member} = {property.Name} ?? {property.Plain}.Empty;"
                    : $"{property.Member} = {property.Name};");
            }
        });
    }
}
