using System.Reflection;
using System.Xml.Linq;

namespace Unit.Conventions;

public sealed class Public_types
{
    public static TheoryData<Assembly> Ours =>
    [
        typeof(EdgeInfra.Model.Backend).Assembly,
        typeof(EdgeInfra.Protocol.PropertyMap).Assembly,
        typeof(EdgeInfra.Backend).Assembly,
    ];

    [Theory]
    [MemberData(nameof(Ours))]
    public void Say_what_they_are(Assembly assembly)
    {
        var documented = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
            .Select(member => member.Attribute("name")!.Value).ToHashSet();

        Assert.All(Types(assembly), type => Assert.Contains("T:" + type.FullName, documented));
    }

    [Theory]
    [MemberData(nameof(Ours))]
    public void Are_sealed_static_or_abstract(Assembly assembly) => Assert.All(
        Types(assembly).Where(type => type.IsClass && !IsResource(type)),
        type => Assert.True(type.IsSealed || type.IsAbstract, $"{type} can be derived from"));

    // Pulumi's resources and their arguments are meant to be derived from.
    private static bool IsResource(Type type) =>
        typeof(Pulumi.Resource).IsAssignableFrom(type) || typeof(Pulumi.ResourceArgs).IsAssignableFrom(type);

    // Messages are generated, and what a nested case is, its outer type says.
    private static IEnumerable<Type> Types(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => type.Namespace != "EdgeInfra.Protocol.Rpc" && !type.IsNested);
}
