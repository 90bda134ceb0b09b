using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Execution;

/// <summary>Requests of the program under way. They are finished even when the program is gone.</summary>
internal sealed class InFlight
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];
    private bool _drained;

    /// <exception cref="RpcException">Unavailable: the deployment has waited for all requests, and this one came after.</exception>
    public async Task<T> Track<T>(Func<Task<T>> request)
    {
        // Counted before it begins: what it does at once may be what ends the program.
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_drained)
            {
                throw new RpcException(RpcStatus.Unavailable, "the deployment has ended");
            }

            _running.Add(ended.Task);
        }

        try
        {
            return await request().ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(ended.Task);
            }

            ended.SetResult();
        }
    }

    /// <summary>Returns when nothing is under way; nothing begins after that. Failures are answered to whoever asked, not here.</summary>
    public async Task Drain()
    {
        while (true)
        {
            Task[] running;
            lock (_gate)
            {
                running = [.. _running];
                _drained = running.Length == 0;
            }

            if (running.Length == 0)
            {
                return;
            }

            await Task.WhenAll(running).ConfigureAwait(false);
        }
    }
}
