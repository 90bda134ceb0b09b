namespace Pulumi;

/// <summary>Everything a program has started and that must end before the program does.</summary>
/// <remarks>Failures are kept, each once however many outputs it has passed through, in the order in which they came.</remarks>
internal sealed class PendingWork
{
    private readonly Lock _lock = new();
    private readonly List<Exception> _failures = [];
    private TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _open;

    public void Add(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (_lock)
        {
            _open++;
        }

        _ = Watch(task);
    }

    /// <summary>Waits until nothing is under way; what one task starts before it ends is waited for too.</summary>
    public async Task<IReadOnlyList<Exception>> WhenIdle()
    {
        Task idle;
        lock (_lock)
        {
            _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            idle = _open == 0 ? Task.CompletedTask : _idle.Task;
        }

        await idle.ConfigureAwait(false);
        lock (_lock)
        {
            return [.. _failures];
        }
    }

    public void Fail(Exception failure)
    {
        lock (_lock)
        {
            if (!_failures.Contains(failure))
            {
                _failures.Add(failure);
            }
        }
    }

    private async Task Watch(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Fail(failure);
        }
        finally
        {
            End();
        }
    }

    private void End()
    {
        lock (_lock)
        {
            if (--_open == 0)
            {
                _idle.TrySetResult();
            }
        }
    }
}
