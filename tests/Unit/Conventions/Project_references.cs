using System.Xml.Linq;
using Kit;

namespace Unit.Conventions;

/// <summary>References point at vocabularies, never along the flow of the data (provider/README.md).</summary>
public sealed class Project_references
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Model"] = [],
        ["Protocol"] = [],
        ["Sdk.Generator"] = [],
        ["Provider"] = ["Model", "Protocol"],
        ["Engine"] = ["Protocol"],
        ["Edge"] = ["Model"],
        ["Pulumi.Offline"] = ["Protocol"],
        ["Sdk"] = ["Pulumi.Offline"],
    };

    [Fact]
    public void Are_exactly_the_allowed_ones()
    {
        var projects = Directory.GetFiles(Repository.At("provider"), "*.csproj", SearchOption.AllDirectories);

        Assert.Equal(Allowed.Keys.Order(), projects.Select(Path.GetFileNameWithoutExtension).Order());
        Assert.All(projects, project => Assert.Equal(
            Allowed[Path.GetFileNameWithoutExtension(project)].Order(), References(project).Order()));
    }

    [Theory]
    [InlineData("Control", "Proxy")]
    [InlineData("Proxy", "Control")]
    [InlineData("Signing", "Proxy")]
    [InlineData("Signing", "Bucket")]
    public void Of_the_edge_meet_only_in_its_program(string folder, string other)
    {
        var sources = Directory.GetFiles(Repository.At("provider", "Edge", folder), "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(sources);
        Assert.DoesNotContain(
            sources, source => File.ReadAllText(source).Contains($"EdgeInfra.Edge.{other}", StringComparison.Ordinal));
    }

    // The Sdk's reference to the stand-in comes from Pulumi.props, which chooses between it and the real package.
    private static IEnumerable<string> References(string project) =>
        References(XDocument.Load(project), Path.GetDirectoryName(project)!);

    private static IEnumerable<string> References(XDocument project, string folder) =>
        project.Descendants("ProjectReference").Select(
            reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Concat(project.Descendants("Import")
                .Select(import => Path.GetFullPath(Path.Combine(folder, import.Attribute("Project")!.Value)))
                .SelectMany(import => References(XDocument.Load(import), Path.GetDirectoryName(import)!)));
}
