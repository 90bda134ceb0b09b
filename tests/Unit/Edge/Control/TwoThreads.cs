namespace Unit.Edge.Control;

/// <summary>
/// Two writers at one place, on threads of their own: the first is held inside, the second comes. Whether the second gets in
/// or waits is seen in the thread itself, so nothing depends on how fast anything is.
/// </summary>
internal sealed class TwoThreads : IDisposable
{
    private readonly ManualResetEventSlim _firstIsIn = new(), _letGo = new();
    private int _inside;
    private volatile bool _both;

    /// <summary>Whether the second was inside while the first was.</summary>
    public static bool Meet(Action<Action> first, Action<Action> second)
    {
        using var two = new TwoThreads();
        var holder = new Thread(() => first(two.Hold));
        var comer = new Thread(() => second(two.Pass));
        holder.Start();
        two._firstIsIn.Wait();
        comer.Start();
        SpinWait.SpinUntil(() => two._both || comer.ThreadState.HasFlag(ThreadState.WaitSleepJoin) || !comer.IsAlive);
        two._letGo.Set();
        holder.Join();
        comer.Join();
        return two._both;
    }

    public void Dispose()
    {
        _firstIsIn.Dispose();
        _letGo.Dispose();
    }

    private void Hold()
    {
        Interlocked.Increment(ref _inside);
        _firstIsIn.Set();
        _letGo.Wait();
        Interlocked.Decrement(ref _inside);
    }

    private void Pass()
    {
        if (Volatile.Read(ref _inside) > 0)
        {
            _both = true;
        }
    }
}
