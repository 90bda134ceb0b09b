using System.Text.Json;

namespace EdgeInfra.SdkGenerator;

/// <summary>Writes the arguments a resource is made with, and the objects among them.</summary>
internal static class ArgsWriter
{
    public static string Write(
        string name, JsonElement owner, string summary, CSharpTypes types, string inputs = "inputProperties", string required = "requiredInputs")
    {
        var properties = SchemaProperty.Of(owner, inputs, required, types);
        string[] collections = properties.Any(property => property.Given.Contains("Immutable", StringComparison.Ordinal)) ? ["System.Collections.Immutable"] : [];
        return Code.File([.. collections, "Pulumi"]).Summary(summary)
            .Block($"public sealed partial class {name} : global::Pulumi.ResourceArgs", code =>
            {
                foreach (var property in properties)
                {
                    Property(code, property);
                }
            })
            .ToString();
    }

    private static void Property(Code code, SchemaProperty property)
    {
        var type = property.Given;
        var attribute = $"[Input(\"{property.Name}\"{(property.Required ? ", required: true" : "")})]";
        var field = $"_{property.Name}";
        if (property.IsCollection)
        {
            code.Line(attribute).Line($"private {type}? {field};").Blank();
            code.Summary(property.Description);
            code.Block($"public {type} {property.Member}", body => body
                .Line($"get => {field} ??= new {type}();")
                .Line($"set => {field} = value;"));
        }
        else if (property.Secret)
        {
            code.Line(attribute).Line($"private {type}? {field};").Blank();
            code.Summary(property.Description);
            code.Block($"public {type}? {property.Member}", body => body
                .Line($"get => {field};")
                .Line($"set => {field} = value is null ? null : ({type})Output.Tuple<{type}?, int>(value, Output.CreateSecret(0)).Apply(both => both.Item1);"));
        }
        else
        {
            code.Summary(property.Description);
            code.Line(attribute);
            code.Line($"public {type}{(property.Required ? "" : "?")} {property.Member} {{ get; set; }}{(property.Required ? " = null!;" : "")}");
            code.Blank();
        }
    }
}
