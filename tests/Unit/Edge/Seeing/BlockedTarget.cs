using EdgeInfra.Edge.Proxy.Seeing;

namespace Unit.Edge.Seeing;

/// <summary>A disk that does not come back from a write until it is told to.</summary>
internal sealed class BlockedTarget : IAccessTarget
{
    private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _open = new();

    public Task Began => _began.Task;

    public int Lines { get; private set; }

    public void GoOn() => _open.Set();

    public void Write(ReadOnlySpan<byte> lines)
    {
        _began.TrySetResult();
        _open.Wait();
        Lines += lines.Count((byte)'\n');
    }

    public void Reopen()
    {
        // It has no name.
    }

    public void Dispose()
    {
        // Disposed by the log, and again by the test.
        _open.Set();
    }
}
