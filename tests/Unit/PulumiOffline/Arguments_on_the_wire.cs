using System.Collections.Immutable;
using System.Text.Json;
using EdgeInfra.Protocol;
using Pulumi;
using Pulumi.Command.Local;
using Pulumi.Serialization;
using Pulumi.Utilities;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.PulumiOffline;

public sealed class Arguments_on_the_wire
{
    public static TheoryData<object?, string> Unsupported => new()
    {
        { 5L, "root: System.Int64" },
        { 1.5f, "root: System.Single" },
        { 1.5m, "root: System.Decimal" },
        { TimeSpan.Zero, "root: System.TimeSpan" },
        { Task.FromResult(1), "root: a Task" },
        { new Dictionary<string, object?> { ["a"] = new object?[] { 1, 2L } }, "root.a[1]: System.Int64" },
        { new Dictionary<int, string> { [1] = "x" }, "root: a map's keys" },
    };

    private enum Level
    {
        Low = 1,
    }

    [Fact]
    public async Task Are_plain_values_of_every_kind()
    {
        using var json = JsonDocument.Parse("""{ "a": [1, null, "x"] }""");
        var expected = PropertyMap.Of(
            ("archive", new V.Archive(Parts: PropertyMap.Of(("a", new V.Asset(Uri: "https://example.com"))))),
            ("asset", new V.Asset(Path: "a.txt")),
            ("bool", true),
            ("enum", 1.0),
            ("int", 5.0),
            ("json", PropertyMap.Of(("a", new V.List(1.0, V.None, "x")))),
            ("list", new V.List("a", V.None)),
            ("map", PropertyMap.Of(("a", "b"))),
            ("named", "stdoutAndStderr"),
            ("number", 1.5),
            ("union", "u"));

        var sent = await Serialize(new Dictionary<string, object?>
        {
            ["archive"] = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["a"] = new RemoteAsset("https://example.com") }),
            ["asset"] = new FileAsset("a.txt"),
            ["bool"] = true,
            ["enum"] = Level.Low,
            ["int"] = 5,
            ["json"] = json.RootElement,
            ["list"] = new[] { "a", null },
            ["map"] = ImmutableDictionary<string, string?>.Empty.Add("a", "b").Add("gone", null),
            ["named"] = Logging.StdoutAndStderr,
            ["nothing"] = null,
            ["number"] = 1.5,
            ["union"] = Union<string, int>.FromT0("u"),
        });

        Assert.Equal(expected, sent);
    }

    [Fact]
    public async Task Keep_secrets_and_unknowns_where_they_are()
    {
        InputList<string> list = new() { "a", Output.CreateSecret("b"), OutputUtilities.CreateUnknown("") };
        InputMap<int> map = new() { ["x"] = 1, ["y"] = Output.CreateSecret(2) };

        Assert.Equal(new V.List("a", new V.Secret("b"), V.Unknown.Instance), await Serialize(list));
        Assert.Equal((V)PropertyMap.Of(("x", 1.0), ("y", new V.Secret(2.0))), await Serialize(map));
        Assert.Equal(
            new V.Secret(V.Unknown.Instance), await Serialize(Output.CreateSecret(OutputUtilities.CreateUnknown(1))));
    }

    [Fact]
    public async Task Are_left_out_when_nothing_was_set()
    {
        Assert.Equal((V)PropertyMap.Empty, await Serialize(new CommandArgs()));
        Assert.Equal(
            (V)PropertyMap.Of(("create", "true"), ("environment", PropertyMap.Of(("A", "b")))),
            await Serialize(new CommandArgs { Create = "true", Environment = { ["A"] = "b" } }));
    }

    [Fact]
    public async Task Are_JSON_texts_where_that_is_asked_for()
    {
        var plain = await Serialize(new JsonArgs { Items = { "a", "b" } });
        var secret = await Serialize(new JsonArgs { Items = { "a", Output.CreateSecret("b") } });

        Assert.Equal((V)PropertyMap.Of(("items", """["a","b"]""")), plain);
        Assert.Equal((V)PropertyMap.Of(("items", new V.Secret("""["a","b"]"""))), secret);
    }

    [Fact]
    public async Task Carry_output_values_to_those_who_take_them()
    {
        var serializer = new Serializer(keepResources: true, keepOutputs: true);

        var sent = await serializer.Serialize("", Output.CreateSecret("x"));

        Assert.Equal(new V.Output("x", true, []), sent);
    }

    [Theory]
    [MemberData(nameof(Unsupported))]
    public async Task Are_refused_with_their_path(object? value, string expected)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => new Serializer(keepResources: true).Serialize("root", value));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_demanded_when_required()
    {
        var error = await Assert.ThrowsAsync<ArgumentNullException>(() => Serialize(new RequiringArgs()));

        Assert.Contains("'name' is required", error.Message, StringComparison.Ordinal);
    }

    private static Task<V> Serialize(object? value) => new Serializer(keepResources: true).Serialize("", value);

    private sealed class JsonArgs : ResourceArgs
    {
        [field: Input("items", json: true)]
        public InputList<string> Items { get => field ??= []; set; }
    }

    private sealed class RequiringArgs : ResourceArgs
    {
        [Input("name", required: true)]
        public Input<string>? Name { get; set; }
    }
}
