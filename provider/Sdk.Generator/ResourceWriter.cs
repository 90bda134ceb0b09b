using System.Text.Json;

namespace EdgeInfra.SdkGenerator;

/// <summary>Writes the class of a resource.</summary>
internal static class ResourceWriter
{
    public static string Write(string token, JsonElement schema, CSharpTypes types)
    {
        var name = CSharpType.NameOf(token);
        var properties = SchemaProperty.Of(schema, "properties", "required", types);
        var needsArgs = schema.GetProperty("requiredInputs").GetArrayLength() > 0;
        if (schema.TryGetProperty("isComponent", out var isComponent) && isComponent.GetBoolean())
        {
            return Component(token, name, schema, properties, needsArgs);
        }

        return Code.File("System.Collections.Immutable", "Pulumi").Summary(schema.GetProperty("description").GetString()!)
            .Line($"[EdgeInfraResourceType(\"{token}\")]")
            .Block($"public partial class {name} : global::Pulumi.CustomResource", code =>
            {
                Outputs(code, properties);
                Constructors(code, name, token, needsArgs);
                Options(code, properties);
                code.Summary($"The {name} of that id, which some other program keeps: read, never changed.");
                code.Block($"public static {name} Get(string name, Input<string> id, CustomResourceOptions? options = null)",
                    body => body.Line($"return new {name}(name, id, options);"));
            })
            .ToString();
    }

    // The provider constructs it, so that every language gets the same.
    private static string Component(string token, string name, JsonElement schema, IReadOnlyList<SchemaProperty> properties, bool needsArgs) =>
        Code.File("System.Collections.Immutable", "Pulumi").Summary(schema.GetProperty("description").GetString()!)
            .Line($"[EdgeInfraResourceType(\"{token}\")]")
            .Block($"public partial class {name} : global::Pulumi.ComponentResource", code =>
            {
                Outputs(code, properties);
                Parameters(code, name);
                code.Line($"public {name}(string name, {Args(name, needsArgs)}, ComponentResourceOptions? options = null)");
                code.Block($"    : base(\"{token}\", name, args ?? new {name}Args(), MakeResourceOptions(options), remote: true)", _ => { });
                code.Block("private static ComponentResourceOptions MakeResourceOptions(ComponentResourceOptions? options)", body => body
                    .Line("return ComponentResourceOptions.Merge(new ComponentResourceOptions { Version = PackageInfo.Version }, options);"));
            })
            .ToString();

    private static void Parameters(Code code, string name)
    {
        code.Line($"/// <param name=\"name\">The resource's name in the program, unique among all {name}s of the stack.</param>");
        code.Line("/// <param name=\"args\">What it is made with.</param>");
        code.Line("/// <param name=\"options\">How the engine treats it.</param>");
    }

    private static string Args(string name, bool needed) => needed ? $"{name}Args args" : $"{name}Args? args = null";

    public static void Outputs(Code code, IEnumerable<SchemaProperty> properties)
    {
        foreach (var property in properties)
        {
            code.Summary(property.Description);
            code.Line($"[Output(\"{property.Name}\")]");
            code.Line($"public Output<{property.Plain}> {property.Member} {{ get; private set; }} = null!;");
            code.Blank();
        }
    }

    // Secret outputs are named to the engine, which keeps them encrypted whatever they come from.
    public static void Options(Code code, IEnumerable<SchemaProperty> properties, bool withId = true)
    {
        var secrets = properties.Where(property => property.Secret).Select(property => $"\"{property.Name}\"").ToList();
        var id = withId ? ", Input<string>? id" : "";
        code.Block($"private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options{id})", body =>
        {
            var additional = secrets.Count > 0 ? $", AdditionalSecretOutputs = {{ {string.Join(", ", secrets)} }}" : "";
            body.Line($"var defaults = new CustomResourceOptions {{ Version = PackageInfo.Version{additional} }};");
            body.Line("var merged = CustomResourceOptions.Merge(defaults, options);");
            if (withId)
            {
                body.Line("merged.Id = id ?? merged.Id;");
            }

            body.Line("return merged;");
        });
    }

    private static void Constructors(Code code, string name, string token, bool needsArgs)
    {
        Parameters(code, name);
        code.Line($"public {name}(string name, {Args(name, needsArgs)}, CustomResourceOptions? options = null)");
        code.Block($"    : base(\"{token}\", name, args ?? new {name}Args(), MakeResourceOptions(options, null))", _ => { });
        code.Line($"private {name}(string name, Input<string> id, CustomResourceOptions? options)");
        code.Block($"    : base(\"{token}\", name, null, MakeResourceOptions(options, id))", _ => { });
    }
}
