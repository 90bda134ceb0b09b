using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;

namespace Unit.Engine.Execution;

public sealed class What_programs_are_told
{
    private readonly StackUnderTest _stack = new();

    [Fact]
    public async Task Is_their_project_and_configuration()
    {
        _stack.Options =
            _stack.Options with { Config = _stack.Options.Config.Add("web:size", "3"), ConfigSecretKeys = ["web:size"] };
        DeploymentInfo? info = null;

        await _stack.Preview(async program => info = await program.Call(MonitorMethods.GetDeploymentInfo, new Empty()));

        Assert.Equal(("web", "dev", "organization", true, "3"), (info!.Project, info.Stack, info.Organization, info.DryRun, info.Config["web:size"]));
        Assert.Equal(["web:size"], info.ConfigSecretKeys);
    }

    [Theory]
    [InlineData("secrets", true)]
    [InlineData("resourceReferences", true)]
    [InlineData("aliasSpecs", true)]
    [InlineData("transforms", false)]
    [InlineData("resourceHooks", false)]
    [InlineData("parameterization", false)]
    public async Task Is_which_features_there_are(string feature, bool supported)
    {
        SupportsFeatureResponse? answer = null;

        await _stack.Preview(async program => answer = await program.Call(
            MonitorMethods.SupportsFeature, new SupportsFeatureRequest { Id = feature }));

        Assert.Equal(supported, answer!.HasSupport);
    }

    [Fact]
    public async Task Is_clear_about_what_is_missing()
    {
        await _stack.Preview(async program =>
        {
            var error = await Assert.ThrowsAsync<RpcException>(
                () => program.Call(MonitorMethods.RegisterPackage, new RegisterPackageRequest { Name = "terraform" }));
            Assert.Equal(
                (RpcStatus.Unimplemented, true), (error.Status, error.Message.Contains("'terraform'", StringComparison.Ordinal)));
        });

        Assert.Empty(_stack.Errors);
    }

    [Fact]
    public async Task Is_the_state_of_a_resource_that_another_one_mentions()
    {
        ResourceInvokeResponse? answer = null;

        await _stack.Up(async program =>
        {
            var a = await program.Thing("a", PropertyMap.Of(("size", "1")));
            answer = await program.Call(
                MonitorMethods.Invoke,
                new ResourceInvokeRequest { Tok = "pulumi:pulumi:getResource", Args = ValueCodec.ToStruct(PropertyMap.Of(("urn", a.Urn))) });
        });

        Assert.Equal("1", answer!.Return.Fields["state"].StructValue.Fields["size"].StringValue);
        Assert.Equal("id-1", answer.Return.Fields["id"].StringValue);
    }

    [Fact]
    public async Task Are_the_results_of_methods()
    {
        CallResponse? answer = null;

        await _stack.Up(async program => answer = await program.Call(
            MonitorMethods.Call,
            new ResourceCallRequest { Tok = "test:index:Thing/echo", Args = ValueCodec.ToStruct(PropertyMap.Of(("x", "1"))) }));

        Assert.Equal("1", answer!.Return.Fields["x"].StringValue);
    }
}
