using EdgeInfra.Engine.Execution;
using EdgeInfra.Protocol.Transport;

namespace Unit.Engine.Execution;

public sealed class Requests_in_flight
{
    private readonly InFlight _inFlight = new();

    [Fact]
    public async Task Count_from_before_they_begin()
    {
        var answer = new TaskCompletionSource<int>();
        var drained = Task.CompletedTask;

        var request = _inFlight.Track(() =>
        {
            drained = _inFlight.Drain();
            return answer.Task;
        });

        Assert.False(drained.IsCompleted);
        answer.SetResult(1);
        Assert.Equal(1, await request);
        await drained;
    }

    [Fact]
    public async Task That_fail_are_over_as_well()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _inFlight.Track<int>(() => throw new InvalidOperationException("no")));

        await _inFlight.Drain();
    }

    [Fact]
    public async Task Begin_no_more_once_the_deployment_has_waited_for_all()
    {
        await _inFlight.Drain();

        var refused = await Assert.ThrowsAsync<RpcException>(() => _inFlight.Track(() => Task.FromResult(1)));

        Assert.Equal(RpcStatus.Unavailable, refused.Status);
    }
}
