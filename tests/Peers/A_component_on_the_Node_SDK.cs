using Kit;

namespace Peers;

/// <summary>A component of the provider in a JavaScript program on the real @pulumi/pulumi.</summary>
public sealed class A_component_on_the_Node_SDK
{
    [Fact]
    public async Task Comes_to_the_same_definition_as_in_YAML_byte_for_byte()
    {
        using var data = new TempFolder();
        await using var edge = await Daemon.StartEdge(data.Path);
        var token = (await File.ReadAllTextAsync(data.At("token"))).Trim();
        using var yaml = new TempFolder();
        var provider = Path.GetDirectoryName(Repository.Provider);
        await File.WriteAllTextAsync(yaml.At("Pulumi.yaml"), Components.Yaml.Replace("PROVIDER", provider, StringComparison.Ordinal));
        using var node = new TempFolder();
        await File.WriteAllTextAsync(node.At("Pulumi.yaml"), $"""
            name: same
            runtime: nodejs
            plugins:
              providers: [{"{"} name: edgeinfra, path: "{provider}" {"}"}]

            """);
        File.Copy(Repository.At("tests", "Peers", "node", "program", "component.js"), node.At("index.js"));
        var modules = Directory.CreateSymbolicLink(node.At("node_modules"), Repository.At("tests", "Peers", "node", "node_modules"));
        try
        {
            Assert.Equal(await Components.DefinitionOf(yaml.Path, edge, token), await Components.DefinitionOf(node.Path, edge, token));
        }
        finally
        {
            modules.Delete();
        }
    }
}
