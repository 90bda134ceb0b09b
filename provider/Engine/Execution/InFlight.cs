namespace EdgeInfra.Engine.Execution;

/// <summary>Requests of the program under way. They are finished even when the program is gone.</summary>
internal sealed class InFlight
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];

    public async Task<T> Track<T>(Func<Task<T>> request)
    {
        var running = request();
        lock (_gate)
        {
            _running.Add(running);
        }

        try
        {
            return await running.ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(running);
            }
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

            await Task.WhenAll(running).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
            lock (_gate)
            {
                _running.ExceptWith(running);
            }
        }
    }
}
