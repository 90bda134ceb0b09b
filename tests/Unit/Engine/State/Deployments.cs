using System.Text;
using System.Text.Json.Nodes;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.State;

public sealed class Deployments
{
    private const string Stack = "urn:pulumi:dev::www::pulumi:pulumi:Stack::www-dev";
    private const string Provider = "urn:pulumi:dev::www::pulumi:providers:edge::default";
    private const string Backend = "urn:pulumi:dev::www::edge:index:Backend::api";

    private readonly SecretText _secrets = new(new CountingSecrets());

    [Fact]
    public void Are_written_as_pulumi_writes_them()
    {
        var snapshot = new Snapshot(
            [
                new ResourceState { Urn = Stack, Type = "pulumi:pulumi:Stack", Custom = false, Outputs = PropertyMap.Of(("url", "http://x/?a&b")) },
                new ResourceState { Urn = Provider, Type = "pulumi:providers:edge", Custom = true, Id = "p1" },
                new ResourceState
                {
                    Urn = Backend,
                    Type = "edge:index:Backend",
                    Custom = true,
                    Id = "api",
                    Inputs = PropertyMap.Of(
                        ("key", new V.Secret("hunter2")), ("port", 443.0), ("ratio", double.PositiveInfinity)),
                    Outputs = PropertyMap.Of(("none", V.None)),
                    Parent = Stack,
                    Provider = $"{Provider}::p1",
                    Protect = true,
                    Dependencies = [Provider],
                    PropertyDependencies = ResourceStateMaps.Of(("key", []), ("port", [Provider])),
                    Timeouts = new Timeouts(Create: 300),
                    Created = FixedTime.Noon.AddMilliseconds(5),
                },
            ],
            [new PendingOperation(new ResourceState { Urn = Backend + "2", Type = "edge:index:Backend", Custom = true }, "creating")]);

        var written = new DeploymentWriter(_secrets, () => "v1:salt", new FixedTime())
            .Checkpoint("organization/www/dev", snapshot);

        var version = JsonNode.Parse(written)!["checkpoint"]!["latest"]!["manifest"]!["version"]!.GetValue<string>();
        Assert.Equal(
            $$"""
            {
                "version": 3,
                "checkpoint": {
                    "stack": "organization/www/dev",
                    "latest": {
                        "manifest": {
                            "time": "2030-01-31T12:00:00Z",
                            "magic": "{{DeploymentWriter.Magic(version)}}",
                            "version": "{{version}}"
                        },
                        "resources": [
                            {
                                "urn": "{{Stack}}",
                                "custom": false,
                                "type": "pulumi:pulumi:Stack",
                                "outputs": {
                                    "url": "http://x/?a&b"
                                }
                            },
                            {
                                "urn": "{{Provider}}",
                                "custom": true,
                                "id": "p1",
                                "type": "pulumi:providers:edge"
                            },
                            {
                                "urn": "{{Backend}}",
                                "custom": true,
                                "id": "api",
                                "type": "edge:index:Backend",
                                "inputs": {
                                    "key": {
                                        "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
                                        "ciphertext": "c1:\"hunter2\""
                                    },
                                    "port": 443,
                                    "ratio": {
                                        "4dabf18193072939515e22adb298388d": "8ad145fe-0d11-4827-bfd7-1abcbf086f5c",
                                        "value": "7ff0000000000000"
                                    }
                                },
                                "outputs": {
                                    "none": null
                                },
                                "parent": "{{Stack}}",
                                "protect": true,
                                "dependencies": [
                                    "{{Provider}}"
                                ],
                                "provider": "{{Provider}}::p1",
                                "propertyDependencies": {
                                    "key": [],
                                    "port": [
                                        "{{Provider}}"
                                    ]
                                },
                                "customTimeouts": {
                                    "create": 300
                                },
                                "created": "2030-01-31T12:00:00.005Z"
                            }
                        ],
                        "pending_operations": [
                            {
                                "resource": {
                                    "urn": "{{Backend}}2",
                                    "custom": true,
                                    "type": "edge:index:Backend"
                                },
                                "type": "creating"
                            }
                        ],
                        "secrets_providers": {
                            "type": "passphrase",
                            "state": {
                                "salt": "v1:salt"
                            }
                        },
                        "metadata": {}
                    }
                }
            }

            """,
            Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void Come_back_as_they_were()
    {
        var full = new ResourceState
        {
            Urn = Backend,
            Type = "edge:index:Backend",
            Custom = true,
            Delete = true,
            Id = "api",
            Inputs = PropertyMap.Of(("a", 1.0)),
            Outputs = PropertyMap.Of(("b", new V.Secret("x"))),
            Protect = true,
            External = true,
            RetainOnDelete = true,
            PendingReplacement = true,
            ImportId = "imported",
            InitErrors = ["late"],
            AdditionalSecretOutputs = ["b"],
            Aliases = ["urn:old"],
            IgnoreChanges = ["a"],
            ReplaceOnChanges = ["b"],
            Timeouts = new Timeouts(1, 2, 3, 4.5),
            SourcePosition = "project:///Program.cs#1,2",
            Created = FixedTime.Noon,
            Modified = FixedTime.Noon.AddTicks(1),
        };

        var back = Assert.Single(Read(Write(full)).Resources);

        Assert.Equal(Encoding.UTF8.GetString(Write(full)), Encoding.UTF8.GetString(Write(back)));
        Assert.Equal(full.Outputs, back.Outputs);
        Assert.Equal(full.Timeouts, back.Timeouts);
        Assert.Equal(full.Modified, back.Modified);
        // Every text and flag of the record is set above: one that is forgotten in the file would come back empty.
        Assert.Equal(Set(full), Set(back));
    }

    [Theory]
    [MemberData(nameof(Protocol.Property_values.Every_kind), MemberType = typeof(Protocol.Property_values))]
    public void Keep_every_kind_of_value(V value)
    {
        var expected = value is V.Output output ? output.IsSecret ? new V.Secret(output.Bare()) : output.Bare() : value;

        Assert.Equal(expected, ReadValue(Write(With(value))));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(0.1)]
    [InlineData(9007199254740991)]
    public void Keep_numbers_exactly(double number) => Assert.Equal(new V.Number(number), ReadValue(Write(With(number))));

    [Fact]
    public void Keep_secrets_within_secrets()
    {
        var value = new V.Secret(PropertyMap.Of(("inner", new V.Secret("x"))));

        Assert.Equal(value, ReadValue(Write(With(value))));
    }

    [Fact]
    public void Keep_the_ciphertext_of_an_unchanged_secret()
    {
        var key = new CountingSecrets();
        var first = new DeploymentWriter(new SecretText(key), () => null, new FixedTime()).Export(
            new Snapshot([With(new V.Secret("x"))], []));
        var nextRun = new SecretText(key);

        var loaded = new DeploymentReader(_ => nextRun).Read(first);
        var again = new DeploymentWriter(nextRun, () => null, new FixedTime()).Export(loaded);

        Assert.Equal(first, again);
    }

    [Fact]
    public void Do_not_tell_that_two_resources_have_the_same_secret()
    {
        var one = With(new V.Secret("x"));
        var text = Encoding.UTF8.GetString(Write(one, one with { Urn = Backend + "2" }));

        Assert.Contains("c1:", text, StringComparison.Ordinal);
        Assert.Contains("c2:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_secrets_in_plain_text_only_when_asked()
    {
        var snapshot = new Snapshot([With(new V.Secret("hunter2"))], []);

        var plain = new DeploymentWriter(SecretText.Plain, () => null, new FixedTime()).Export(snapshot);

        Assert.Contains("""
            "plaintext": "\"hunter2\""
            """, Encoding.UTF8.GetString(plain), StringComparison.Ordinal);
        Assert.Equal(new V.Secret("hunter2"), ReadValue(plain));
    }

    [Fact]
    public void Keep_what_a_newer_pulumi_wrote_into_a_resource()
    {
        var text = Json("""{"urn": "urn:a", "custom": true, "type": "t", "hideDiff": ["a.b"], "taint": {"deep": [1, null]}}""");

        var again = JsonNode.Parse(Write(Read(text).Resources[0]))!["deployment"]!["resources"]![0]!;

        Assert.Equal("""["a.b"]""", again["hideDiff"]!.ToJsonString());
        Assert.Equal("""{"deep":[1,null]}""", again["taint"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"version": 4, "features": ["views", "taint"], "deployment": {}}""", "views, taint")]
    [InlineData("""{"version": 2, "deployment": {}}""", "deployment version 2")]
    [InlineData("""{"deployment": {}}""", "'version' is missing")]
    [InlineData("""{"version": 3}""", "neither 'checkpoint' nor 'deployment'")]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"urn": "urn:a", "cus""", "not complete JSON (line 1")]
    [InlineData("", "not complete JSON")]
    [InlineData("""{"version": 3, "deployment": {"manifest": {"magic": "x", "version": "v3.1.0"}}}""", "manifest is damaged")]
    public void Are_refused_when_they_are_not_what_this_engine_reads(string text, string reason) =>
        Assert.Contains(
            reason, Assert.Throws<StateException>(() => Read(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"custom": true, "type": "t"}""", "resource number 0: the field 'urn' is missing")]
    [InlineData("""{"urn": "urn:a", "custom": "yes", "type": "t"}""", "urn:a: 'custom' is String; expected true or false")]
    [InlineData("""{"urn": "urn:a", "type": "t", "dependencies": [1]}""", "urn:a: 'dependencies' is Array; expected a list of texts")]
    [InlineData("""{"urn": "urn:a", "type": "t", "created": "yesterday"}""", "urn:a: 'created' is 'yesterday'")]
    [InlineData("""{"urn": "urn:a", "type": "t", "inputs": {"a": {"4dabf18193072939515e22adb298388d": "new"}}}""", "urn:a: a value with the signature 'new'")]
    public void Name_the_resource_that_is_wrong(string resource, string message) =>
        Assert.Contains(message, Assert.Throws<StateException>(() => Read(Json(resource))).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_a_stack_never_deployed_to_are_empty() => Assert.Empty(Read("""{"version": 3, "checkpoint": {"stack": "organization/p/dev"}}"""u8.ToArray()).Resources);

    private static ResourceState With(V value) =>
        new() { Urn = Backend, Type = "edge:index:Backend", Custom = true, Outputs = PropertyMap.Of(("value", value)) };

    private static byte[] Json(string resource) => Encoding.UTF8.GetBytes($$$"""{"version": 3, "deployment": {"resources": [{{{resource}}}]}}""");

    private static IEnumerable<string> Set(ResourceState state) => typeof(ResourceState).GetProperties()
        .Where(property => property.PropertyType == typeof(string) || property.PropertyType == typeof(bool))
        .Select(property => $"{property.Name}={property.GetValue(state)}");

    private byte[] Write(params ResourceState[] resources) =>
        new DeploymentWriter(_secrets, () => null, new FixedTime()).Export(new Snapshot([.. resources], []));

    private Snapshot Read(byte[] text) => new DeploymentReader(_ => _secrets).Read(text);

    private V ReadValue(byte[] text) => Read(text).Resources[0].Outputs["value"];
}
