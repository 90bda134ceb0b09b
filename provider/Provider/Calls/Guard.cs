using EdgeInfra.Plugin.Control;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Plugin;

/// <summary>Runs operations: ends them when they take too long or the engine wants to stop, and says every failure cleanly.</summary>
internal sealed class Guard(TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource _idle = Done();
    private int _running;

    /// <summary>Ends what runs; what begins later ends at once.</summary>
    public void Cancel() => _stop.Cancel();

    /// <summary>Done when nothing runs any more.</summary>
    public Task WhenIdle
    {
        get
        {
            lock (_lock)
            {
                return _idle.Task;
            }
        }
    }

    /// <param name="seconds">The longest the operation may take; 0 for no limit.</param>
    /// <param name="secrets">Takes out what must not appear in what is said about a failure.</param>
    public async Task<T> Run<T>(double seconds, Scrubber secrets, Func<CancellationToken, Task<T>> operation, CancellationToken call)
    {
        Enter();
        using var late = TimeLimit.After(seconds, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(call, _stop.Token, late.Token);
        try
        {
            return await operation(any.Token);
        }
        catch (Exception error) when (Told(error, late.IsCancellationRequested, seconds) is { } failure)
        {
            throw new RpcException(failure.Status, secrets.Clean(failure.Message));
        }
        finally
        {
            Leave();
        }
    }

    public void Dispose() => _stop.Dispose();

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private void Enter()
    {
        lock (_lock)
        {
            if (_running++ == 0)
            {
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_running == 0)
            {
                _idle.SetResult();
            }
        }
    }

    private static (RpcStatus Status, string Message)? Told(Exception error, bool late, double seconds) => error switch
    {
        RpcException { Status: RpcStatus.Cancelled } cancelled when late =>
            (RpcStatus.DeadlineExceeded, $"the time limit of {seconds:0.#} s is over: {cancelled.Message}"),
        RpcException rpc => (rpc.Status, rpc.Message),
        ControlException refused => (refused.RpcStatus, refused.Message),
        OperationCanceledException when late => (RpcStatus.DeadlineExceeded, $"the time limit of {seconds:0.#} s is over."),
        OperationCanceledException => (RpcStatus.Cancelled, "the operation was cancelled."),
        _ => null,
    };
}
