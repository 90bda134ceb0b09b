using System.Text.Json;

namespace EdgeInfra.SdkGenerator;

/// <summary>
/// Writes the C# side of a package: one file for each resource, its arguments, and each type. Equal schemas give equal files.
/// </summary>
internal static class SdkWriter
{
    public const string Namespace = "EdgeInfra";

    public static IReadOnlyDictionary<string, string> Write(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        var package = document.RootElement;
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["PackageInfo.g.cs"] = PackageWriter.Info(package),
            ["EdgeInfraResourceTypeAttribute.g.cs"] = PackageWriter.ResourceTypeAttribute(),
            ["Provider.g.cs"] = PackageWriter.Provider(package),
            ["ProviderArgs.g.cs"] = ArgsWriter.Write("ProviderArgs", package.GetProperty("provider"), "What a Provider is made with."),
        };
        foreach (var resource in package.GetProperty("resources").EnumerateObject())
        {
            var name = CSharpType.NameOf(resource.Name);
            files[$"{name}.g.cs"] = ResourceWriter.Write(resource.Name, resource.Value);
            files[$"{name}Args.g.cs"] = ArgsWriter.Write($"{name}Args", resource.Value, $"What a {name} is made with.");
        }

        foreach (var type in package.GetProperty("types").EnumerateObject())
        {
            var name = CSharpType.NameOf(type.Name);
            files[$"{name}.g.cs"] = type.Value.TryGetProperty("enum", out _)
                ? EnumWriter.Write(name, type.Value)
                : DefinitionWriter.Write(name, type.Value);
        }

        return files;
    }
}
