using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using Pulumi;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.PulumiOffline;

public sealed class Programs_on_an_engine
{
    private static readonly Dictionary<string, object?> Nothing = [];

    [Fact]
    public async Task Register_the_stack_first_and_say_goodbye_last()
    {
        await using var engine = new FakeEngine();

        var code = await engine.Run(() =>
        {
            var server = new Server("web", new() { Address = "192.0.2.1", Port = 80 });
            return new Dictionary<string, object?> { ["url"] = Output.Format($"http://{server.Address}:{server.Port}/"), ["id"] = server.Id };
        });

        Assert.Equal(0, code);
        Assert.Equal(["proj-dev", "web"], engine.Registrations.Select(request => request.Name));
        Assert.Equal("SignalAndWaitForShutdown", engine.Calls.Last());
        Assert.Equal(PropertyMap.Of(("url", "http://192.0.2.1:80/"), ("id", "web-id")), engine.StackOutputs);
        Assert.Empty(engine.Log);
    }

    [Fact]
    public async Task Give_resources_the_stack_as_parent_and_parts_their_component()
    {
        await using var engine = new FakeEngine();

        await engine.Run(() =>
        {
            _ = new Cluster("all");
            return Nothing;
        });

        Assert.Equal("", engine.Registration("proj-dev").Parent);
        Assert.Equal("urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev", engine.Registration("all").Parent);
        Assert.Equal("urn:pulumi:dev::proj::test:index:Cluster::all", engine.Registration("all-a").Parent);
        Assert.False(engine.Registration("all").Custom);
        Assert.True(engine.Registration("all-a").Custom);
    }

    [Fact]
    public async Task Name_for_each_property_the_resources_it_comes_from()
    {
        await using var engine = new FakeEngine();

        await engine.Run(() =>
        {
            var cluster = new Cluster("all");
            var early = new Server("early", new() { Address = "192.0.2.1" });
            _ = new Server("late", new() { Address = early.Address, Port = 1 }, new() { DependsOn = { cluster } });
            return Nothing;
        });

        var late = engine.Registration("late");
        string[] parts = ["urn:pulumi:dev::proj::test:index:Cluster$test:index:Server::all-a", "urn:pulumi:dev::proj::test:index:Cluster$test:index:Server::all-b"];
        Assert.Equal(["urn:pulumi:dev::proj::test:index:Server::early"], late.PropertyDependencies["address"].Urns);
        Assert.Empty(late.PropertyDependencies["port"].Urns);
        Assert.Equal([.. parts, "urn:pulumi:dev::proj::test:index:Server::early"], late.Dependencies);
    }

    // Parts that wait for each other would wait for ever.
    [Fact(Timeout = 60_000)]
    public async Task Do_not_let_a_part_wait_for_its_own_component()
    {
        await using var engine = new FakeEngine();

        var code = await engine.Run(() =>
        {
            var cluster = new Cluster("all");
            _ = new Server("part", new() { Address = cluster.Urn }, new() { Parent = cluster });
            _ = new Server("other", new() { Address = cluster.Urn }, new() { Parent = cluster });
            return Nothing;
        });

        Assert.Equal(0, code);
        Assert.Empty(engine.Registration("part").Dependencies);
    }

    [Fact]
    public async Task Hand_explicit_providers_down()
    {
        await using var engine = new FakeEngine();

        await engine.Run(() =>
        {
            var provider = new TestProvider("mine");
            _ = new Server("direct", null, new() { Provider = provider });
            _ = new Cluster("all", new() { Provider = provider });
            return Nothing;
        });

        const string reference = "urn:pulumi:dev::proj::pulumi:providers:test::mine::mine-id";
        Assert.Equal(reference, engine.Registration("direct").Provider);
        Assert.Equal(reference, engine.Registration("all").Providers["test"]);
        Assert.Equal(reference, engine.Registration("all-a").Provider);
    }

    [Fact]
    public async Task Send_unknowns_on_in_a_preview()
    {
        await using var engine = new FakeEngine
        {
            Settings = new("proj", "dev", IsDryRun: true),
            Answer = request => FakeEngine.Echo(request) is var answer && request.Custom
                ? new() { Urn = answer.Urn, Object = new() }
                : answer,
        };
        var applied = false;

        await engine.Run(() =>
        {
            var server = new Server("web");
            _ = new Server("next", new() { Address = server.Address });
            return new Dictionary<string, object?>
            {
                ["id"] = server.Id,
                ["shout"] = server.Address.Apply(address => applied = address is null),
            };
        });

        Assert.False(applied);
        Assert.Equal(V.Unknown.Instance, engine.StackOutputs["id"]);
        Assert.Equal(V.Unknown.Instance, engine.StackOutputs["shout"]);
        Assert.Equal(V.Unknown.Instance, ValueCodec.FromStruct(engine.Registration("next").Object)["address"]);
    }

    [Theory]
    [InlineData(Result.Fail)]
    [InlineData(Result.Skip)]
    public async Task Go_on_with_unknown_outputs_when_a_resource_failed(Result result)
    {
        await using var engine = new FakeEngine
        {
            Answer = request => request.Name == "web"
                ? new() { Urn = FakeEngine.Echo(request).Urn, Result = result }
                : FakeEngine.Echo(request),
        };

        var code = await engine.Run(() =>
        {
            var server = new Server("web");
            _ = new Server("next", new() { Address = server.Address, Port = server.Port.Apply(port => port ?? 1) });
            return new Dictionary<string, object?> { ["address"] = server.Address };
        });

        Assert.Equal(0, code);
        var next = ValueCodec.FromStruct(engine.Registration("next").Object);
        Assert.Equal(PropertyMap.Of(("address", V.Unknown.Instance), ("port", V.Unknown.Instance)), next);
        Assert.Equal(V.Unknown.Instance, engine.StackOutputs["address"]);
    }

    [Fact]
    public async Task Know_that_an_output_which_is_missing_after_an_update_is_not_set()
    {
        await using var engine = new FakeEngine();

        await engine.Run(() => new Dictionary<string, object?> { ["port"] = new Server("web").Port.Apply(port => port is null ? "none" : "some") });

        Assert.Equal("none", engine.StackOutputs["port"]);
    }

    [Fact]
    public async Task Keep_secrets_secret_on_their_way_back()
    {
        await using var engine = new FakeEngine();

        await engine.Run(() =>
        {
            var server = new Server("web", new() { Tags = { "plain", Output.CreateSecret("hidden") } });
            return new Dictionary<string, object?> { ["tags"] = server.Tags };
        });

        var sent = ValueCodec.FromStruct(engine.Registration("web").Object)["tags"];
        Assert.Equal(new V.List("plain", new V.Secret("hidden")), sent);
        Assert.Equal(new V.Secret(new V.List("plain", "hidden")), engine.StackOutputs["tags"]);
    }

    [Fact]
    public async Task Read_what_is_there_when_an_id_is_given()
    {
        await using var engine = new FakeEngine();

        await engine.Run(() => new Dictionary<string, object?>
        {
            ["address"] = new Server("web", null, new() { Id = "i-7" }).Address,
            ["empty"] = new Server("new", new() { Address = "x" }, new() { Id = "" }).Address,
        });

        Assert.Equal(PropertyMap.Of(("address", "read i-7"), ("empty", "x")), engine.StackOutputs);
        Assert.DoesNotContain(engine.Registrations, request => request.Name == "web");
    }

    [Fact]
    public async Task Pass_resources_as_references()
    {
        await using var engine = new FakeEngine();

        await engine.Run(() =>
        {
            _ = new Server("b", new() { Near = new Server("a") });
            return Nothing;
        });

        var near = ValueCodec.FromStruct(engine.Registration("b").Object)["near"];
        Assert.Equal(new V.ResourceReference("urn:pulumi:dev::proj::test:index:Server::a", "a-id"), near);
        Assert.Equal(["urn:pulumi:dev::proj::test:index:Server::a"], engine.Registration("b").Dependencies);
    }

    [Fact]
    public async Task Get_objects_for_references_to_resources_that_may_lead_back_to_themselves()
    {
        const string urn = "urn:pulumi:dev::proj::test:index:Server::far";
        var reference = new V.ResourceReference(urn, "far-id");
        await using var engine = new FakeEngine
        {
            Answer = request => request.Custom
                ? new() { Urn = FakeEngine.Echo(request).Urn, Id = "1", Object = ValueCodec.ToStruct(PropertyMap.Of(("near", reference))) }
                : FakeEngine.Echo(request),
            Function = _ => new() { Return = ValueCodec.ToStruct(PropertyMap.Of(("id", "far-id"), ("state", PropertyMap.Of(("address", "f"), ("near", reference))))) },
        };

        await engine.Run(() => new Dictionary<string, object?>
        {
            ["address"] = new Server("web").Near.Apply(near => ((Server)near!).Address),
        });

        Assert.Empty(engine.Log);
        Assert.Equal("f", engine.StackOutputs["address"]);
        Assert.Equal(PropertyMap.Of(("urn", urn)), ValueCodec.FromStruct(Assert.Single(engine.Invokes).Args));
    }

    [Fact]
    public async Task Find_the_engine_by_the_environment()
    {
        await using var engine = new FakeEngine();
        var address = await engine.Start();
        var variables = new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = address, ["PULUMI_ENGINE"] = address, ["PULUMI_PROJECT"] = "proj", ["PULUMI_STACK"] = "dev", ["PULUMI_DRY_RUN"] = "false",
        };
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        var code = await Deployment.RunAsync(() => new Dictionary<string, object?> { ["stack"] = Deployment.Instance.StackName });

        foreach (var name in variables.Keys)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Assert.Equal(0, code);
        Assert.Equal("dev", engine.StackOutputs["stack"]);
    }

    [Fact]
    public async Task Send_every_option()
    {
        await using var engine = new FakeEngine();

        await engine.Run(() =>
        {
            var other = new Server("other");
            _ = new Server("web", null, new()
            {
                Protect = true, RetainOnDelete = false, Version = "1.2.3", PluginDownloadURL = "https://example.com",
                IgnoreChanges = { "a" }, ReplaceOnChanges = { "b" }, AdditionalSecretOutputs = { "c" }, HideDiffs = { "d" },
                DeleteBeforeReplace = true, ImportId = "i", DeletedWith = other, ReplaceWith = { other },
                CustomTimeouts = new() { Create = TimeSpan.FromMinutes(5) }, ReplacementTrigger = "v1",
                Aliases = { new Pulumi.Alias { Name = "old", NoParent = true }, new Pulumi.Alias { Urn = "urn:pulumi:x::y::z::w" } },
            });
            return Nothing;
        });

        var sent = engine.Registration("web");
        Assert.True(sent.Protect && sent.HasRetainOnDelete && !sent.RetainOnDelete && sent.DeleteBeforeReplace && sent.DeleteBeforeReplaceDefined);
        Assert.Equal(("1.2.3", "https://example.com", "i"), (sent.Version, sent.PluginDownloadURL, sent.ImportId));
        Assert.Equal(["a", "b", "c", "d"], [.. sent.IgnoreChanges, .. sent.ReplaceOnChanges, .. sent.AdditionalSecretOutputs, .. sent.HideDiffs]);
        Assert.Equal("300000000us", sent.CustomTimeouts.Create);
        Assert.Equal([sent.DeletedWith], sent.ReplaceWith);
        Assert.EndsWith("::other", sent.DeletedWith, StringComparison.Ordinal);
        Assert.Equal("v1", sent.ReplacementTrigger.StringValue);
        Assert.True(sent.AliasSpecs);
        Assert.Equal(("old", true), (sent.Aliases[0].Spec.Name, sent.Aliases[0].Spec.NoParent));
        Assert.Equal("urn:pulumi:x::y::z::w", sent.Aliases[1].Urn);
    }

    [Fact]
    public async Task Call_functions_with_plain_arguments_and_keep_their_secrecy()
    {
        await using var engine = new FakeEngine();

        await engine.Run(() =>
        {
            var args = new DictionaryInvokeArgs(
                System.Collections.Immutable.ImmutableDictionary<string, object?>.Empty.Add("a", Output.CreateSecret("x")));
            return new Dictionary<string, object?> { ["answer"] = Deployment.Instance.InvokeSingle<string>("test:index:echo", args) };
        });

        Assert.Equal(PropertyMap.Of(("a", "x")), ValueCodec.FromStruct(Assert.Single(engine.Invokes).Args));
        Assert.Equal(new V.Secret("x"), engine.StackOutputs["answer"]);
    }

    [Fact]
    public async Task Name_all_arguments_a_function_refuses()
    {
        await using var engine = new FakeEngine
        {
            Function = _ => new() { Failures = { new CheckFailure { Property = "a", Reason = "is odd" }, new CheckFailure { Property = "b", Reason = "is even" } } },
        };

        var code = await engine.Run(() => new Dictionary<string, object?>
        {
            ["answer"] = Deployment.Instance.InvokeSingle<string>("test:index:echo", InvokeArgs.Empty),
        });

        Assert.Equal(32, code);
        Assert.Equal("test:index:echo failed: a: is odd; b: is even", Assert.Single(engine.Log).Message);
    }

    [Fact]
    public async Task Warn_about_an_output_of_another_type_without_showing_it()
    {
        await using var engine = new FakeEngine
        {
            Answer = request => request.Custom
                ? new() { Urn = FakeEngine.Echo(request).Urn, Id = "1", Object = ValueCodec.ToStruct(PropertyMap.Of(("port", "s3cret"))) }
                : FakeEngine.Echo(request),
        };

        var code = await engine.Run(
            () => new Dictionary<string, object?> { ["port"] = new Server("web").Port.Apply(port => port ?? -1) });

        Assert.Equal(0, code);
        Assert.Equal(LogSeverity.Warning, Assert.Single(engine.Log).Severity);
        Assert.Contains("web.port", engine.Log.Single().Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", engine.Log.Single().Message, StringComparison.Ordinal);
        Assert.Equal(-1.0, engine.StackOutputs["port"]);
    }
}
