using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Execution;

public sealed class Providers_as_resources
{
    private readonly StackUnderTest _stack = new();

    [Fact]
    public async Task Are_made_by_the_engine_from_the_configuration_of_their_package()
    {
        _stack.Options = _stack.Options with
        {
            Config = _stack.Options.Config.Add("test:endpoint", "http://e").Add("test:apiKey", "s3cret").Add("other:x", "y"),
            ConfigSecretKeys = ["test:apiKey"],
        };

        await _stack.Up(program => program.Thing("a", null, request => request.Version = "1.2.3"));

        var configured = Assert.Single(_stack.World.Configured);
        Assert.Equal(PropertyMap.Of(("endpoint", "http://e"), ("apiKey", new V.Secret("s3cret")), ("version", "1.2.3")), ValueCodec.FromStruct(configured.Args));
        Assert.Equal("s3cret", configured.Variables["test:config:apiKey"]);
        var provider = _stack["default_1_2_3"];
        Assert.Equal($"{provider.Urn}::{provider.Id}", _stack["a"].Provider);
        Assert.True(Guid.TryParse(provider.Id, out _));
    }

    [Fact]
    public async Task Are_shared_by_resources_of_one_version_and_inherited_from_a_component()
    {
        await _stack.Up(async program =>
        {
            var provider = await program.Register("pulumi:providers:test", "edge");
            var group = await program.Component("group", request => request.Providers["test"] = $"{provider.Urn}::{provider.Id}");
            await program.Thing("a", null, request => request.Parent = group.Urn);
            await Task.WhenAll(program.Thing("b"), program.Thing("c"));
        });

        Assert.Equal($"{_stack["edge"].Urn}::{_stack["edge"].Id}", _stack["a"].Provider);
        Assert.Equal(_stack["b"].Provider, _stack["c"].Provider);
        Assert.Equal(2, _stack.World.Configured.Count);
    }

    [Theory]
    [InlineData(false, new[] { "update a" }, "1")]
    [InlineData(true, new[] { "create a", "delete a" }, "2")]
    public async Task Replace_their_resources_only_when_they_are_replaced(bool replace, string[] calls, string size)
    {
        _stack.World.OnDiffConfig = _ => new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffSome, Replaces = { replace ? ["endpoint"] : Array.Empty<string>() } };
        await _stack.Up(With("http://one", "0"));
        _stack.TakeCalls();

        var result = await _stack.Up(With("http://two", size));

        Assert.True(result.Succeeded, string.Join("\n", _stack.Errors));
        Assert.Equal(calls, _stack.TakeCalls());
        Assert.Single(_stack.Saved.Resources, state => state.Type == "pulumi:providers:test");
    }

    [Fact]
    public async Task Are_configured_as_the_state_remembers_them_to_delete_what_is_left()
    {
        await _stack.Up(With("http://one", "0"));
        _stack.World.Configured.Clear();

        await _stack.Destroy();

        Assert.Equal("http://one", Assert.Single(_stack.World.Configured).Args.Fields["endpoint"].StringValue);
        Assert.Empty(_stack.Saved.Resources);
    }

    [Fact]
    public async Task Answer_functions()
    {
        ResourceInvokeResponse? answer = null;

        await _stack.Up(async program => answer = await program.Call(
            MonitorMethods.Invoke,
            new ResourceInvokeRequest { Tok = "test:index:echo", Args = ValueCodec.ToStruct(PropertyMap.Of(("x", new V.Output("1", false, [])))) }));

        Assert.Equal("1", answer!.Return.Fields["x"].StringValue);
    }

    [Fact]
    public async Task Construct_components_whose_children_come_back_through_the_monitor()
    {
        _stack.World.OnConstruct = async request =>
        {
            using var channel = new EdgeInfra.Protocol.Transport.RpcChannel(request.MonitorEndpoint);
            var self = await channel.Call(MonitorMethods.RegisterResource, new RegisterResourceRequest { Type = request.Type, Name = request.Name, Parent = request.Parent });
            await channel.Call(MonitorMethods.RegisterResource, new RegisterResourceRequest { Type = Session.Type, Name = "child", Custom = true, Parent = self.Urn });
            var state = ValueCodec.ToStruct(PropertyMap.Of(("url", "http://x")));
            await channel.Call(
                MonitorMethods.RegisterResourceOutputs, new RegisterResourceOutputsRequest { Urn = self.Urn, Outputs = state });
            return new ConstructResponse { Urn = self.Urn, State = state };
        };
        RegisterResourceResponse? site = null;

        var result = await _stack.Up(async program => site = await program.Register("test:index:Site", "site", null, request =>
        {
            request.Custom = false;
            request.Remote = true;
        }));

        Assert.True(result.Succeeded, string.Join("\n", _stack.Errors));
        Assert.Equal("http://x", site!.Object.Fields["url"].StringValue);
        Assert.Equal(_stack["site"].Urn, _stack["child"].Parent);
        Assert.Equal("http://x", ((V.Text)_stack["site"].Outputs["url"]).Value);
    }

    private static Func<Session, Task> With(string endpoint, string size) => async program =>
    {
        var provider = await program.Register("pulumi:providers:test", "edge", PropertyMap.Of(("endpoint", endpoint)));
        await program.Thing("a", PropertyMap.Of(("size", size)), request => request.Provider = $"{provider.Urn}::{provider.Id}");
    };
}
