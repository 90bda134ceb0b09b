using EdgeInfra.Engine.Programs;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Yaml;

public sealed class A_YAML_program
{
    [Fact]
    public async Task Registers_the_stack_first_and_its_resources_below_it()
    {
        var monitor = new FakeMonitor();

        var exit = await monitor.Run("""
            name: shop
            runtime: yaml
            resources:
              web:
                type: edge:Service
                properties: { comment: main site, weight: 7, tls: true, tags: [a, b], nothing: null }
            outputs:
              name: ${web.comment}
              urn: ${web.urn}
            """);

        Assert.Equal(ProgramExit.Ok, exit);
        var stack = monitor.Registered[0];
        Assert.Equal(("pulumi:pulumi:Stack", "shop-dev", false, ""), (stack.Type, stack.Name, stack.Custom, stack.Parent));
        var web = monitor["web"];
        Assert.Equal(("edge:index:Service", true, FakeMonitor.Urn(stack)), (web.Type, web.Custom, web.Parent));
        Assert.True(web.AcceptSecrets && web.AcceptResources && web.SupportsPartialValues && web.SupportsResultReporting && web.AliasSpecs);
        Assert.Equal(
            PropertyMap.Of(("comment", "main site"), ("weight", 7), ("tls", true), ("tags", new V.List("a", "b"))), Inputs(web));
        Assert.Equal(["comment", "tags", "tls", "weight"], web.PropertyDependencies.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(PropertyMap.Of(("name", "main site"), ("urn", FakeMonitor.Urn(web))), monitor.Outputs);
        Assert.True(monitor.Shutdown);
    }

    [Fact]
    public async Task Depends_on_what_it_refers_to_property_by_property_also_through_variables()
    {
        var monitor = new FakeMonitor();

        var exit = await monitor.Run("""
            variables:
              address: http://${web.host}:${web.ports[1]}/
            resources:
              api:
                type: edge:index:Backend
                properties:
                  url: ${address}
                  service: ${web.id}
                  all: ${web.ports}
                  first: ${web.labels["a.b"]}
                  plain: x
                options: { dependsOn: ["${other}"] }
              web: { type: "edge:index:Service", properties: { host: h, ports: [80, 8080], labels: { a.b: yes } } }
              other: { type: "edge:index:Service" }
            """);

        Assert.Equal(ProgramExit.Ok, exit);
        var api = monitor["api"];
        Assert.Equal(
            PropertyMap.Of(("url", "http://h:8080/"), ("service", "web-id"), ("all", new V.List(80.0, 8080.0)), ("first", "yes"), ("plain", "x")),
            Inputs(api));
        var web = FakeMonitor.Urn(monitor["web"]);
        Assert.Equal(new[] { FakeMonitor.Urn(monitor["other"]), web }, api.Dependencies);
        Assert.Equal(new[] { web }, api.PropertyDependencies["url"].Urns);
        Assert.Empty(api.PropertyDependencies["plain"].Urns);
    }

    [Fact]
    public async Task Registers_independent_resources_at_the_same_time()
    {
        var both = new CountdownEvent(2);
        var monitor = new FakeMonitor
        {
            Answer = async request =>
            {
                both.Signal();
                await Task.Run(both.Wait);
                return new RegisterResourceResponse { Urn = FakeMonitor.Urn(request), Id = "x" };
            },
        };

        var exit = await monitor.Run("resources: { a: { type: 'x:A' }, b: { type: 'x:B' } }");

        Assert.Equal(ProgramExit.Ok, exit);
    }

    [Fact]
    public async Task Passes_on_what_is_unknown_or_secret()
    {
        var monitor = new FakeMonitor { DryRun = true, Config = { ["shop:key"] = "s3cret" }, SecretKeys = { "shop:key" } };

        var exit = await monitor.Run("""
            config: { key: { type: string } }
            resources:
              web: { type: "x:A", properties: { known: k } }
              api:
                type: x:B
                properties:
                  id: "id-${web.id}"
                  missing: ${web.later.deep[0]}
                  known: ${web.known}
                  header: "Bearer ${key}"
                  both: "${key}-${web.id}"
                  whole: ${web}
            outputs: { key: "${key}" }
            """);

        Assert.Equal(ProgramExit.Ok, exit);
        Assert.Equal(
            PropertyMap.Of(
                ("id", V.Unknown.Instance), ("missing", V.Unknown.Instance), ("known", "k"), ("header", new V.Secret("Bearer s3cret")),
                ("both", new V.Secret(V.Unknown.Instance)),
                ("whole", new V.ResourceReference(FakeMonitor.Urn(monitor["web"]), V.Unknown.Instance))),
            Inputs(monitor["api"]));
        Assert.Equal(new V.Secret("s3cret"), monitor.Outputs!["key"]);
    }

    [Fact]
    public async Task Has_all_resource_options()
    {
        var monitor = new FakeMonitor();

        var exit = await monitor.Run("""
            resources:
              prov: { type: "pulumi:providers:edge", properties: { endpoint: e } }
              group: { type: "edge:Group" }
              web:
                type: edge:Service
                name: www
                options:
                  parent: ${group}
                  provider: ${prov}
                  providers: ["${prov}"]
                  protect: true
                  retainOnDelete: false
                  deleteBeforeReplace: true
                  deletedWith: ${group}
                  ignoreChanges: [tags, "nested.a[*]"]
                  replaceOnChanges: [name]
                  additionalSecretOutputs: [token]
                  customTimeouts: { create: 5m }
                  import: existing
                  version: 1.2.3
                  aliases: ["urn:pulumi:dev::shop::edge:index:Service::old", former, { type: "edge:Old", noParent: true }]
            """);

        Assert.Equal(ProgramExit.Ok, exit);
        var web = monitor["www"];
        var provider = FakeMonitor.Urn(monitor["prov"]) + "::prov-id";
        Assert.Equal((FakeMonitor.Urn(monitor["group"]), provider, provider), (web.Parent, web.Provider, web.Providers["edge"]));
        Assert.True(web.Protect && web.HasRetainOnDelete && !web.RetainOnDelete && web.DeleteBeforeReplace && web.DeleteBeforeReplaceDefined);
        Assert.Equal(
            (web.Parent, "existing", "1.2.3", "5m"), (web.DeletedWith, web.ImportId, web.Version, web.CustomTimeouts.Create));
        Assert.Equal(["tags", "nested.a[*]"], web.IgnoreChanges);
        Assert.Equal(["name"], web.ReplaceOnChanges);
        Assert.Equal(["token"], web.AdditionalSecretOutputs);
        Assert.Equal("urn:pulumi:dev::shop::edge:index:Service::old", web.Aliases[0].Urn);
        Assert.Equal(
            ("former", "edge:Old", true), (web.Aliases[1].Spec.Name, web.Aliases[2].Spec.Type, web.Aliases[2].Spec.NoParent));
    }

    [Fact]
    public async Task Reads_resources_that_others_manage()
    {
        var monitor = new FakeMonitor();

        var exit = await monitor.Run("""
            resources:
              web: { type: "edge:Service", get: { id: "abc", state: { region: eu } } }
            outputs: { found: "${web.found}", id: "${web.id}" }
            """);

        Assert.Equal(ProgramExit.Ok, exit);
        Assert.Equal(PropertyMap.Of(("region", "eu")), ValueCodec.FromStruct(Assert.Single(monitor.Reads).Properties));
        Assert.Equal(PropertyMap.Of(("found", "abc"), ("id", "abc")), monitor.Outputs);
    }

    [Fact]
    public async Task Ends_in_failure_without_words_of_its_own_when_the_engine_reports_a_failed_resource()
    {
        var monitor =
            new FakeMonitor { Answer = request => Task.FromResult(new RegisterResourceResponse { Result = Result.Fail }) };

        var exit = await monitor.Run("""
            resources:
              a: { type: "x:A" }
              b: { type: "x:B", properties: { a: "${a.id}" } }
            outputs: { a: "${a.id}" }
            """);

        Assert.Equal(new ProgramExit(false, null), exit);
        Assert.DoesNotContain(monitor.Registered, request => request.Name == "b");
        Assert.Null(monitor.Outputs);
    }

    [Fact]
    public async Task Names_the_place_of_a_resource_that_the_engine_refuses()
    {
        var monitor = new FakeMonitor { Answer = _ => throw new RpcException(RpcStatus.InvalidArgument, "no such package") };

        var exit = await monitor.Run("resources:\n  a: { type: 'x:A' }\n");

        Assert.Equal(new ProgramExit(false, "Pulumi.yaml:2:3: no such package"), exit);
    }

    private static PropertyMap Inputs(RegisterResourceRequest request) => ValueCodec.FromStruct(request.Object);
}
