using System.Security;

namespace EdgeInfra.Plugin.Import;

/// <summary>The files around a program that make it a project.</summary>
internal static class ProjectFiles
{
    private static readonly string[] Assemblies = ["pulumi", "pulumi.command", "edgeinfra.sdk", "protocol"];

    /// <summary>A name that projects may have, for something called so.</summary>
    public static string NameFor(string wish)
    {
        var name = string.Concat(wish.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')).Trim('-', '.');
        return name.Length == 0 ? "edge" : name.Length > 80 ? name[..80] : name;
    }

    /// <summary>An assembly's name must differ from those it uses.</summary>
    public static string CSharpProjectFor(string name) =>
        Assemblies.Contains(name.ToLowerInvariant()) ? $"{name}-stack.csproj" : $"{name}.csproj";

    public static string PulumiYaml(string name, string description, string runtime, string config, Checkout? checkout, string directory)
    {
        var plugins = checkout is null ? "" : $"""
            plugins:
              providers:
                - name: edgeinfra
                  path: {YamlText.Quoted(Reference(directory, checkout.Provider))}

            """;
        return $"""
            name: {YamlText.Quoted(name)}
            description: {YamlText.Quoted(description)}
            runtime: {runtime}
            {plugins}{config}
            """.TrimEnd('\n') + "\n";
    }

    public static string CSharpProject(Checkout? checkout, string directory)
    {
        var reference = checkout is null
            ? $"<PackageReference Include=\"EdgeInfra.Sdk\" Version=\"{PluginVersion.Text}\" />"
            : $"<ProjectReference Include=\"{SecurityElement.Escape(Reference(directory, checkout.Sdk))}\" />";
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                {reference}
              </ItemGroup>
            </Project>

            """;
    }

    // Within one tree a relative path outlives a move of the tree.
    private static string Reference(string directory, string path)
    {
        var relative = Path.GetRelativePath(directory, path);
        var up = relative.Split(Path.DirectorySeparatorChar).TakeWhile(part => part == "..").Count();
        var common = Path.GetFullPath(Path.Combine([directory, .. Enumerable.Repeat("..", up)]));
        return File.Exists(Path.Combine(common, "EdgeInfra.sln")) ? relative.Replace('\\', '/') : path;
    }
}
