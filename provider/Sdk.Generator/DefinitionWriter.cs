using System.Text.Json;

namespace EdgeInfra.SdkGenerator;

/// <summary>
/// Writes an object type as one class that is both got back from resources and given to them: an output's value can be
/// passed on as it is.
/// </summary>
internal static class DefinitionWriter
{
    public static string Write(string name, JsonElement schema)
    {
        var properties = SchemaProperty.Of(schema, "properties", "required").OrderByDescending(property => property.Required)
            .ToList();
        return Code.File("System.Collections.Immutable", "Pulumi").Summary(schema.GetProperty("description").GetString()!)
            .Line("[OutputType]")
            .Block($"public sealed class {name}", code =>
            {
                foreach (var property in properties)
                {
                    code.Summary(property.Description);
                    code.Line($"public readonly {CSharpType.Plain(property.Schema, property.Required)} {property.Member};")
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
            $"    {CSharpType.Plain(property.Schema, property.Required)} {property.Name}{(property.Required ? "" : " = default")}").ToList();
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
                    : $"{property.Member} = {property.Name};");
            }
        });
    }
}
