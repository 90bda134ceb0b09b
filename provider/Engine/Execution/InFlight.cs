namespace EdgeInfra.Engine.Execution;

/// <summary>Requests of the program under way. They are finished even when the program is gone.</summary>
internal sealed class InFlight
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];

    public async Task<T> Track<T>(Func<Task<T>> request)
    {
        // Under way before it begins: whoever drains while it takes its first steps must not miss it.
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
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

    /// <summary>Returns when nothing is under way. Failures are answered to whoever asked, not here.</summary>
    public async Task Drain()
    {
        while (true)
        {
            Task[] running;
            lock (_gate)
            {
                running = [.. _running];
            }

            if (running.Length == 0)
            {
                return;
            }

            await Task.WhenAll(running).ConfigureAwait(false);
        }
    }
}
