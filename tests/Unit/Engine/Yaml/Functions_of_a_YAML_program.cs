using EdgeInfra.Engine.Programs;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Yaml;

public sealed class Functions_of_a_YAML_program
{
    public static TheoryData<string, V> Cases => new()
    {
        { "{ 'fn::join': [', ', [a, b, 3]] }", "a, b, 3" },
        { "{ 'fn::split': [',', 'a,b'] }", new V.List("a", "b") },
        { "{ 'fn::select': [1, [a, b]] }", "b" },
        { "{ 'fn::toBase64': hällo }", "aMOkbGxv" },
        { "{ 'fn::fromBase64': aMOkbGxv }", "hällo" },
        { "{ 'fn::toJSON': { b: [1, true, null], a: 'x' } }", """{"a":"x","b":[1,true,null]}""" },
        { "{ 'fn::fromJSON': '{\"a\":[1]}' }", PropertyMap.Of(("a", new V.List(1.0))) },
        { "{ 'fn::secret': x }", new V.Secret("x") },
        { "{ 'fn::toJSON': { a: { 'fn::secret': x } } }", new V.Secret("""{"a":"x"}""") },
        { "{ 'fn::readFile': page.html }", "<p>hi" },
        { "{ 'fn::stringAsset': text }", new V.Asset(Content: "text") },
        { "{ 'fn::fileAsset': ./page.html }", new V.Asset(Path: "./page.html") },
        { "{ 'fn::fileArchive': ./site }", new V.Archive(Path: "./site") },
        { "{ 'fn::assetArchive': { a: { 'fn::stringAsset': t } } }", new V.Archive(Parts: PropertyMap.Of(("a", new V.Asset(Content: "t")))) },
        { "'$${literal} ${pulumi.project}/${pulumi.stack} $5'", "${literal} shop/dev $5" },
        { "0x1F", 31 },
        { "1.50", 1.5 },
        { "'1.50'", "1.50" },
        { "yes", "yes" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Give(string expression, V expected)
    {
        var monitor = new FakeMonitor();

        var exit = await monitor.Run($"outputs: {{ it: {expression} }}", ("page.html", "<p>hi"));

        Assert.Equal(ProgramExit.Ok, exit);
        Assert.Equal(expected, monitor.Outputs!["it"]);
    }

    [Theory]
    [InlineData("fn::invoke: { function: 'edge:lookup', arguments: { name: n }, return: id }")]
    [InlineData("fn::edge:index:lookup: { name: n }")]
    public async Task Invoke_providers(string call)
    {
        var monitor = new FakeMonitor { Function = request => PropertyMap.Of(("id", "found")) };

        var exit = await monitor.Run($"variables:\n  v:\n    {call}\noutputs: {{ it: '${{v}}' }}");

        Assert.Equal(ProgramExit.Ok, exit);
        var invoke = Assert.Single(monitor.Invokes);
        Assert.Equal("edge:index:lookup", invoke.Tok);
        Assert.Equal(PropertyMap.Of(("name", "n")), ValueCodec.FromStruct(invoke.Args));
        Assert.Equal(call.Contains("return", StringComparison.Ordinal) ? "found" : PropertyMap.Of(("id", "found")), monitor.Outputs!["it"]);
    }

    [Fact]
    public async Task Are_not_invoked_while_an_argument_is_unknown()
    {
        var monitor = new FakeMonitor { DryRun = true };

        var exit = await monitor.Run("""
            resources: { web: { type: "x:A" } }
            outputs: { it: { "fn::invoke": { function: "edge:lookup", arguments: { id: "${web.id}" } } } }
            """);

        Assert.Equal(ProgramExit.Ok, exit);
        Assert.Empty(monitor.Invokes);
        Assert.Equal(V.Unknown.Instance, monitor.Outputs!["it"]);
    }
}
