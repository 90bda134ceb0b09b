using System.Text.Json;

namespace EdgeInfra.SdkGenerator;

/// <summary>
/// Writes the C# side of a package: one file for each resource, its arguments, and each type. Equal schemas give equal files.
/// </summary>
internal static class SdkWriter
{
    public const string Namespace = "EdgeInfra";

    /// <summary>Where the classes are that are only got, never given. Pulumi's own SDKs have the same.</summary>
    public const string Outputs = "Outputs", OutputsNamespace = $"{Namespace}.{Outputs}";

    public static IReadOnlyDictionary<string, string> Write(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        var package = document.RootElement;
        var types = new CSharpTypes(package);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["PackageInfo.g.cs"] = PackageWriter.Info(package),
            ["EdgeInfraResourceTypeAttribute.g.cs"] = PackageWriter.ResourceTypeAttribute(),
            ["Provider.g.cs"] = PackageWriter.Provider(package, types),
            ["ProviderArgs.g.cs"] = ArgsWriter.Write("ProviderArgs", package.GetProperty("provider"), "What a Provider is made with.", types),
        };
        foreach (var resource in package.GetProperty("resources").EnumerateObject())
        {
            var name = CSharpType.NameOf(resource.Name);
            files[$"{name}.g.cs"] = ResourceWriter.Write(resource.Name, resource.Value, types);
            files[$"{name}Args.g.cs"] = ArgsWriter.Write($"{name}Args", resource.Value, $"What a {name} is made with.", types);
        }

        foreach (var type in package.GetProperty("types").EnumerateObject())
        {
            var name = CSharpType.NameOf(type.Name);
            var (description, isEnum) = (type.Value.GetProperty("description").GetString()!, type.Value.TryGetProperty("enum", out _));
            files[$"{(types.IsInPlace(name) ? $"{Outputs}." : "")}{name}.g.cs"] =
                isEnum ? EnumWriter.Write(name, type.Value) : DefinitionWriter.Write(name, type.Value, types);
            if (types.IsInPlace(name))
            {
                files[$"{name}Args.g.cs"] = ArgsWriter.Write($"{name}Args", type.Value, description, types, "properties", "required");
            }
        }

        return files;
    }
}
