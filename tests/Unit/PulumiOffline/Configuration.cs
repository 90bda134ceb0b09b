using System.Collections.Immutable;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using Pulumi;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.PulumiOffline;

public sealed class Configuration
{
    private static readonly DeploymentSettings Settings = new("proj", "dev", IsDryRun: false)
    {
        Config = new Dictionary<string, string>
        {
            ["proj:name"] = "web", ["proj:on"] = "true", ["proj:count"] = "5", ["proj:share"] = "0.5", ["proj:list"] = "[1,2]",
            ["proj:key"] = "s3cret", ["other:name"] = "else", ["proj:bad"] = "yes",
        }.ToImmutableDictionary(),
        SecretKeys = ["proj:key"],
    };

    [Fact]
    public async Task Is_read_in_the_type_asked_for()
    {
        var outputs = await Outputs(config => new Dictionary<string, object?>
        {
            ["name"] = config.Require("name"), ["on"] = config.GetBoolean("on"), ["count"] = config.RequireInt32("count"),
            ["share"] = config.GetDouble("share"), ["list"] = config.GetObject<int[]>("list"), ["other"] = new Config("other").Get("name"),
            ["none"] = config.GetInt32("none"), ["key"] = config.RequireSecret("key"),
        });

        var expected = PropertyMap.Of(
            ("name", "web"), ("on", true), ("count", 5.0), ("share", 0.5), ("list", new V.List(1.0, 2.0)), ("other", "else"),
            ("key", new V.Secret("s3cret")));
        Assert.Equal(expected, outputs);
    }

    [Theory]
    [InlineData("none", "Missing required configuration variable 'proj:none'. Set it with `pulumi config set proj:none <value>`")]
    [InlineData("bad", "Configuration 'proj:bad' must be true or false")]
    public async Task Says_how_to_mend_what_is_missing_or_wrong(string key, string expected)
    {
        await using var engine = new FakeEngine { Settings = Settings };

        var code = await engine.Run(() => new Dictionary<string, object?> { ["x"] = new Config().RequireBoolean(key) });

        Assert.Equal(32, code);
        Assert.StartsWith(expected, Assert.Single(engine.Log).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_when_a_secret_is_read_in_the_open()
    {
        await using var engine = new FakeEngine { Settings = Settings };

        await engine.Run(() => new Dictionary<string, object?> { ["x"] = new Config().Require("key").Length });

        Assert.Equal(LogSeverity.Warning, Assert.Single(engine.Log).Severity);
        Assert.Equal(
            "Configuration 'proj:key' is a secret: read it with RequireSecret instead of Require.", engine.Log.Single().Message);
    }

    [Fact]
    public void Comes_from_the_environment()
    {
        var variables = new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = "127.0.0.1:1", ["PULUMI_ENGINE"] = "127.0.0.1:2", ["PULUMI_PROJECT"] = "p", ["PULUMI_STACK"] = "s",
            ["PULUMI_DRY_RUN"] = "true", ["PULUMI_CONFIG"] = """{"p:a":"1"}""", ["PULUMI_CONFIG_SECRET_KEYS"] = """["p:a"]""",
        };

        var settings = DeploymentSettings.Read(variables.GetValueOrDefault);

        Assert.Equal(
            ("p", "s", true, "organization"), (settings.Project, settings.Stack, settings.IsDryRun, settings.Organization));
        Assert.Equal("1", settings.Config["p:a"]);
        Assert.Contains("p:a", settings.SecretKeys);
    }

    [Fact]
    public void Names_everything_that_an_engine_would_have_set()
    {
        var error = Assert.Throws<InvalidOperationException>(() => DeploymentSettings.Read(_ => null));

        Assert.EndsWith(
            "PULUMI_MONITOR, PULUMI_ENGINE, PULUMI_PROJECT, PULUMI_STACK, PULUMI_DRY_RUN.", error.Message,
            StringComparison.Ordinal);
    }

    private static async Task<PropertyMap> Outputs(Func<Config, IDictionary<string, object?>> program)
    {
        await using var engine = new FakeEngine { Settings = Settings };
        await engine.Run(() => program(new Config()));
        Assert.Empty(engine.Log);
        return engine.StackOutputs;
    }
}
