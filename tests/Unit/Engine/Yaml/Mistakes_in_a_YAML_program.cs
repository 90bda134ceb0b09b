namespace Unit.Engine.Yaml;

public sealed class Mistakes_in_a_YAML_program
{
    [Fact]
    public async Task Are_all_reported_at_once_with_their_places_before_anything_is_registered()
    {
        var monitor = new FakeMonitor { Config = { ["shop:count"] = "many" } };

        var exit = await monitor.Run("""
            config:
              count: { type: integer }
              size: { type: string }
            variables:
              a: ${b}
              b: "x ${a}"
              again: { fn::jion: [",", []] }
            resources:
              web:
                typ: edge:Service
                type: edge:Service
                options: { dependOn: [] }
                properties: { host: "${wbe.host}", stack: "${pulumi.stak}", open: "${web" }
            outptus: {}
            """);

        Assert.False(exit.Succeeded);
        Assert.Empty(monitor.Registered);
        Assert.Equal(
            """
            Pulumi.yaml:2:3: config 'count' must be of type integer, and is 'many'; change it with: edgeinfra config set count VALUE
            Pulumi.yaml:3:3: config 'size' has no value; set it with: edgeinfra config set size VALUE
            Pulumi.yaml:6:6: goes round in a circle: a → b → a.
            Pulumi.yaml:7:12: no function is called fn::jion; there are fn::assetArchive, fn::fileArchive, fn::fileAsset, fn::fromBase64, fn::fromJSON, fn::invoke, fn::join, fn::readFile, fn::remoteArchive, fn::remoteAsset, fn::secret, fn::select, fn::split, fn::stringAsset, fn::toBase64, fn::toJSON. Did you mean 'join'?
            Pulumi.yaml:10:5: resource 'web' has the unknown key 'typ'; allowed are type, name, properties, options, get, defaultProvider. Did you mean 'type'?
            Pulumi.yaml:12:16: resource 'web' has the unknown option 'dependOn'; allowed are additionalSecretOutputs, aliases, customTimeouts, deleteBeforeReplace, deletedWith, dependsOn, hideDiffs, ignoreChanges, import, parent, pluginDownloadURL, protect, provider, providers, replaceOnChanges, retainOnDelete, version. Did you mean 'dependsOn'?
            Pulumi.yaml:13:25: nothing is called 'wbe' here; names are those of config, variables and resources. Did you mean 'web'?
            Pulumi.yaml:13:47: 'pulumi.stak' does not exist; allowed are pulumi.cwd, pulumi.organization, pulumi.project, pulumi.rootDirectory, pulumi.stack.
            Pulumi.yaml:13:71: malformed reference in '${web': expected '.', '[' or '}' at character 6. Write '$${' for a literal '${'.
            Pulumi.yaml:14:1: unknown section 'outptus'. Did you mean 'outputs'?
            """,
            exit.Error);
    }

    [Theory]
    [InlineData("a: [1", "Pulumi.yaml:2:1: not valid YAML")]
    [InlineData("name: a\nname: b", "Pulumi.yaml:2:1: not valid YAML")]
    [InlineData("resources:\n  a: text", "Pulumi.yaml:2:3: resource 'a' must be an object")]
    [InlineData("resources: { a: { type: nocolon } }", "the malformed type 'nocolon'")]
    [InlineData("resources: { a: { type: 'x:A' } }\nvariables: { a: 1 }", "the name 'a' is used twice")]
    [InlineData("resources: { a: { type: 'x:A', options: { protect: maybe } } }", "option protect must be true or false, not a text")]
    [InlineData("resources: { a: { type: 'x:A', options: { parent: maybe } } }", "option parent must be a resource, as in ${name}, not a text")]
    [InlineData("outputs: { a: { 'fn::readFile': gone.txt } }", "fn::readFile: cannot read 'gone.txt'")]
    [InlineData("outputs: { a: { 'fn::select': [2, [1]] } }", "index 2 is outside the list, which has 1 items")]
    [InlineData("variables: { v: { name: n } }\noutputs: { a: '${v.nmae}' }", "'v.nmae': v has no property 'nmae'; it has name. Did you mean 'name'?")]
    [InlineData("variables: { v: { name: n } }\noutputs: { a: 'x ${v}' }", "an object cannot stand within a text; use fn::toJSON")]
    [InlineData("variables: { v: &v { w: *v } }", "Pulumi.yaml")]
    [InlineData("components: {}", "not supported yet")]
    [InlineData(
        "resources: { web: { type: edge:Known, properties: { port: 1 } } }\noutputs: { a: '${web.port}', b: '${web.address}', c: '${web.adress}' }",
        "'web.adress': edge:index:Known has no property 'adress'; it has id, urn, address, port. Did you mean 'address'?")]
    public async Task Are_told_with_what_to_do(string yaml, string expected)
    {
        var exit = await new FakeMonitor().Run(yaml);

        Assert.False(exit.Succeeded);
        Assert.Contains(expected, exit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_show_a_secret()
    {
        var monitor = new FakeMonitor { Config = { ["shop:port"] = "hunter2" }, SecretKeys = { "shop:port" } };

        var exit = await monitor.Run("config: { port: { type: integer } }");

        Assert.DoesNotContain("hunter2", exit.Error, StringComparison.Ordinal);
    }
}
