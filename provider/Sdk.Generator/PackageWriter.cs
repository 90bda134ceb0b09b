using System.Text.Json;

namespace EdgeInfra.SdkGenerator;

/// <summary>Writes what a package has once: its version, the attribute of its resources, its provider.</summary>
internal static class PackageWriter
{
    public static string Info(JsonElement package) => Code.File()
        .Summary("The package these classes were generated from.")
        .Block("internal static class PackageInfo", code => code
            .Line($"public const string Version = \"{package.GetProperty("version").GetString()}\";"))
        .ToString();

    public static string ResourceTypeAttribute() => Code.File("Pulumi")
        .Summary("Ties a class to the resource type it stands for.")
        .Line("[global::System.AttributeUsage(global::System.AttributeTargets.Class)]")
        .Block("internal sealed class EdgeInfraResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute", code =>
        {
            code.Line("public EdgeInfraResourceTypeAttribute(string type)");
            code.Block("    : base(type, PackageInfo.Version)", _ => { });
        })
        .ToString();

    public static string Provider(JsonElement package, CSharpTypes types)
    {
        var provider = package.GetProperty("provider");
        var name = package.GetProperty("name").GetString()!;
        var properties = SchemaProperty.Of(provider, "inputProperties", "requiredInputs", types);
        return Code.File("Pulumi").Summary(provider.GetProperty("description").GetString()!)
            .Line($"[EdgeInfraResourceType(\"pulumi:providers:{name}\")]")
            .Block("public partial class Provider : global::Pulumi.ProviderResource", code =>
            {
                ResourceWriter.Outputs(code, properties);
                code.Line("/// <param name=\"name\">The provider's name in the program.</param>");
                code.Line("/// <param name=\"args\">What it is made with.</param>");
                code.Line("/// <param name=\"options\">How the engine treats it.</param>");
                code.Line("public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)");
                code.Block($"    : base(\"{name}\", name, args ?? new ProviderArgs(), MakeResourceOptions(options))", _ => { });
                ResourceWriter.Options(code, properties, withId: false);
            })
            .ToString();
    }
}
