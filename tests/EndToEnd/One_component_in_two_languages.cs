using Kit;

namespace EndToEnd;

public sealed class One_component_in_two_languages
{
    [Fact]
    public async Task Comes_to_the_same_definition_byte_for_byte()
    {
        using var data = new TempFolder();
        await using var edge = await Daemon.StartEdge(data.Path);
        var token = (await File.ReadAllTextAsync(data.At("token"))).Trim();
        using var yaml = new TempFolder();
        await File.WriteAllTextAsync(
            yaml.At("Pulumi.yaml"), Components.Yaml.Replace("PROVIDER", Path.GetDirectoryName(Repository.Provider), StringComparison.Ordinal));
        await using var bench = Workbench.Copy("StaticSite");
        await File.WriteAllTextAsync(Path.Combine(bench.Folder, "Program.cs"), Components.CSharp);
        bench.Change("Pulumi.yaml", "name: static-site", "name: same");

        var first = await Components.DefinitionOf(yaml.Path, edge, token);

        Assert.Contains("www-assets.s3.eu-central-1.amazonaws.com", first, StringComparison.Ordinal);
        Assert.Contains("digest:", first, StringComparison.Ordinal);
        Assert.Equal(first, await Components.DefinitionOf(bench.Folder, edge, token));
    }
}
