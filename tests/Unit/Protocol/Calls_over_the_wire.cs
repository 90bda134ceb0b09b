using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;

namespace Unit.Protocol;

public sealed class Calls_over_the_wire
{
    [Fact]
    public async Task Carry_values_both_ways()
    {
        await using var server = await Serve((request, _) => Task.FromResult(new CheckResponse { Inputs = request.News }));
        var sent = PropertyMap.Of(
            ("name", "origin"), ("key", new PropertyValue.Secret("s3cret")), ("later", PropertyValue.Unknown.Instance));

        var answer = await Check(server, sent);

        Assert.Equal(sent, ValueCodec.FromStruct(answer.Inputs));
    }

    [Fact]
    public async Task Carry_a_failure_with_its_details_and_any_text()
    {
        await using var server = await Serve((_, _) => throw new RpcException(
            RpcStatus.FailedPrecondition, "50% läuft\nnot",
            new ErrorResourceInitFailed { Id = "web", Reasons = { "too slow" } }));

        var failure = await Assert.ThrowsAsync<RpcException>(() => Check(server, PropertyMap.Empty));

        Assert.Equal(RpcStatus.FailedPrecondition, failure.Status);
        Assert.Equal("50% läuft\nnot", failure.Message);
        Assert.Equal("too slow", Assert.Single(failure.Detail<ErrorResourceInitFailed>()!.Reasons));
    }

    [Fact]
    public async Task Answer_a_method_that_is_not_there_with_Unimplemented()
    {
        await using var server = await RpcServer.Start(new RpcService());

        var failure = await Assert.ThrowsAsync<RpcException>(() => Check(server, PropertyMap.Empty));

        Assert.Equal(RpcStatus.Unimplemented, failure.Status);
    }

    [Fact]
    public async Task Say_Unavailable_when_nobody_listens()
    {
        var gone = await RpcServer.Start(new RpcService());
        await gone.DisposeAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => Check(gone, PropertyMap.Empty));

        Assert.Equal(RpcStatus.Unavailable, failure.Status);
    }

    [Fact]
    public async Task Carry_messages_far_above_the_usual_four_mebibytes()
    {
        await using var server = await Serve((request, _) => Task.FromResult(new CheckResponse { Inputs = request.News }));
        var large = PropertyMap.Of(("file", new string('x', 9_000_000)));

        var answer = await Check(server, large);

        Assert.Equal(9_000_000, answer.Inputs.Fields["file"].StringValue.Length);
    }

    [Theory]
    [InlineData(900, true)]
    [InlineData(1100, false)] // three message levels an object: beyond the limit of 3,000
    public async Task Carry_objects_nested_a_thousand_deep_and_refuse_deeper_ones(int depth, bool carried)
    {
        await using var server = await Serve((request, _) => Task.FromResult(new CheckResponse { Inputs = request.News }));
        var nested = Enumerable.Range(0, depth).Aggregate(PropertyMap.Empty, (inner, _) => PropertyMap.Of(("in", inner)));

        if (carried)
        {
            Assert.Equal(nested, ValueCodec.FromStruct((await Check(server, nested)).Inputs));
        }
        else
        {
            var failure = await Assert.ThrowsAsync<RpcException>(() => Check(server, nested));
            Assert.Equal(RpcStatus.InvalidArgument, failure.Status);
        }
    }

    [Fact]
    public async Task End_at_the_server_when_the_caller_cancels()
    {
        var cancelled = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        await using var server = await Serve(async (_, cancel) =>
        {
            cancel.Register(cancelled.SetResult);
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            return new CheckResponse();
        });
        using var impatience = new CancellationTokenSource();

        var call = Check(server, PropertyMap.Empty, impatience.Token);
        await begun.Task;
        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await cancelled.Task;
    }

    private static Task<RpcServer> Serve(Func<CheckRequest, CancellationToken, Task<CheckResponse>> check) =>
        RpcServer.Start(new RpcService().On(ProviderMethods.Check, check));

    private static async Task<CheckResponse> Check(RpcServer server, PropertyMap news, CancellationToken cancel = default)
    {
        using var channel = new RpcChannel(server.Address);
        return await channel.Call(ProviderMethods.Check, new CheckRequest { News = ValueCodec.ToStruct(news) }, cancel);
    }
}
