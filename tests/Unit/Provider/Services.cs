using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf;
using V = EdgeInfra.Protocol.PropertyValue;
using Mode = EdgeInfra.Protocol.Rpc.CheckRequest.Types.AutonamingOptions.Types.Mode;

namespace Unit.Provider;

public sealed class Services : IAsyncLifetime
{
    private FakeControl _control = null!;
    private ProviderUnderTest _provider = null!;

    public async Task InitializeAsync()
    {
        _control = await FakeControl.Start();
        _provider = await ProviderUnderTest.Start(_control);
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _control.DisposeAsync();
    }

    [Fact]
    public async Task Get_a_name_of_their_own_and_keep_it()
    {
        var first = await _provider.Checked("Service", "www", PropertyMap.Empty);
        var again = await _provider.Checked("Service", "www", PropertyMap.Empty, first.With("name", "www-given"));

        Assert.Equal(new V.Text("www-0102030"), first["name"]);
        Assert.Equal(new V.Text("www-given"), again["name"]);
    }

    [Theory]
    [InlineData(Mode.Propose, "proposed", null)]
    [InlineData(Mode.Enforce, "proposed", null)]
    [InlineData(Mode.Propose, "kept", "kept")]
    [InlineData(Mode.Enforce, "proposed", "kept")]
    public async Task Follow_the_stacks_way_of_naming(Mode mode, string expected, string? old)
    {
        var answer = await Named(mode, old is null ? PropertyMap.Empty : Given.Map(("name", old)));

        Assert.Empty(answer.Failures);
        Assert.Equal(expected, answer.Inputs.Fields["name"].StringValue);
    }

    [Fact]
    public async Task Need_a_name_where_automatic_ones_are_switched_off() =>
        Assert.Equal("name", Assert.Single((await Named(Mode.Disable, PropertyMap.Empty)).Failures).Property);

    [Fact]
    public async Task Refuse_what_they_do_not_know()
    {
        var answer = await _provider.Check("Service", "www", Given.Map(("type", "wasm"), ("forceDestory", true), ("comment", 5)));

        var failures = answer.Failures.ToDictionary(failure => failure.Property, failure => failure.Reason);
        Assert.Contains("not supported yet", failures["type"], StringComparison.Ordinal);
        Assert.Contains("forceDestroy", failures["forceDestory"], StringComparison.Ordinal);
        Assert.Contains("comment", failures["comment"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_read_back_as_they_were_made()
    {
        var inputs = await _provider.Checked("Service", "www", Given.Map(("comment", "main site")));
        var planned = await _provider.Create("Service", "www", inputs, preview: true);
        Assert.Empty(_control.Writes);

        var (id, made) = await _provider.Create("Service", "www", inputs);
        var (readId, read, outputs) = await _provider.Read("Service", "www", id);

        Assert.Equal("", planned.Id);
        Assert.Equal(planned.Outputs, made);
        Assert.Equal(id, readId);
        Assert.Equal(made, outputs);
        Assert.Empty(await _provider.Changes("Service", "www", inputs, read));
        Assert.Equal(read, await _provider.Checked("Service", "www", read, read));
        Assert.Equal("", (await _provider.Read("Service", "www", "elsewhere")).Id);
    }

    [Fact]
    public async Task Are_updated_in_place()
    {
        var inputs = await _provider.Checked("Service", "www", PropertyMap.Empty);
        var (id, made) = await _provider.Create("Service", "www", inputs);
        var news = await _provider.Checked("Service", "www", Given.Map(("comment", "new")), inputs);
        _control.TakeWrites();

        Assert.Equal(["comment Add"], await _provider.Changes("Service", "www", inputs, news));
        await _provider.Update("Service", "www", id, made, inputs, news, preview: true);
        Assert.Empty(_control.Writes);
        await _provider.Update("Service", "www", id, made, inputs, news);

        Assert.Equal([$"PUT /service/{id}"], _control.TakeWrites());
        Assert.Equal(new V.Text("new"), (await _provider.Read("Service", "www", id)).Inputs["comment"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Are_deleted_while_live_only_by_force(bool force)
    {
        var inputs = await _provider.Checked("Service", "www", Given.Map(("forceDestroy", force)));
        var (id, made) = await _provider.Create("Service", "www", inputs);
        await _provider.Create("ServiceVersion", "live", await _provider.Checked(
            "ServiceVersion", "live", Given.Manifest(id, Given.Backend("api"))));
        _control.TakeWrites();

        if (force)
        {
            await _provider.Delete("Service", "www", id, made);
            Assert.Equal([$"PUT /service/{id}/version/1/deactivate", $"DELETE /service/{id}"], _control.TakeWrites());
        }
        else
        {
            var refused = await Assert.ThrowsAsync<RpcException>(() => _provider.Delete("Service", "www", id, made));
            Assert.Equal(RpcStatus.FailedPrecondition, refused.Status);
            Assert.Contains("forceDestroy", refused.Message, StringComparison.Ordinal);
            Assert.Empty(_control.Writes);
        }
    }

    [Fact]
    public Task Are_deleted_twice_without_complaint() => _provider.Delete("Service", "www", "gone", PropertyMap.Empty);

    private Task<CheckResponse> Named(Mode mode, PropertyMap olds) => _provider.Call(ProviderMethods.Check, new CheckRequest
    {
        Urn = ProviderUnderTest.Urn("Service", "www"),
        News = ProviderUnderTest.Inputs(),
        Olds = ValueCodec.ToStruct(olds),
        RandomSeed = ByteString.CopyFrom(new byte[32]),
        Autonaming = new CheckRequest.Types.AutonamingOptions { ProposedName = mode == Mode.Disable ? "" : "proposed", Mode = mode },
    });
}
