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

    /// <summary>Whether the second was inside while the first was, or either failed.</summary>
    public static bool Meet(Action<Action> first, Action<Action> second)
    {
        using var two = new TwoThreads();
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        var holder = new Thread(() => Caught(() => first(two.Hold), failures));
        var comer = new Thread(() => Caught(() => second(two.Pass), failures));
        holder.Start();
        two._firstIsIn.Wait();
        comer.Start();
        SpinWait.SpinUntil(() => two._both || comer.ThreadState.HasFlag(ThreadState.WaitSleepJoin) || !comer.IsAlive);
        two._letGo.Set();
        holder.Join();
        comer.Join();
        return two._both || !failures.IsEmpty;
    }

    // What is thrown on a thread of its own would end the whole run.
    private static void Caught(Action action, System.Collections.Concurrent.ConcurrentQueue<Exception> failures)
    {
        try
        {
            action();
        }
        catch (Exception error)
        {
            failures.Enqueue(error);
        }
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
