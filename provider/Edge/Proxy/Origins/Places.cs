namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>
/// The places at an origin: so many requests may be there at a time, as many again may wait for one of them to leave, first come
/// first served. Who was let in has to leave.
/// </summary>
internal sealed class Places(int most, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource<bool>> _waiting = [];
    private int _taken;

    public int Taken => Volatile.Read(ref _taken);

    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>True with a place; false when none was left in time, or the queue is full.</summary>
    public ValueTask<bool> Enter(TimeSpan patience, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_taken < most)
            {
                _taken++;
                return new ValueTask<bool>(true);
            }

            if (_waiting.Count >= most)
            {
                return new ValueTask<bool>(false);
            }

            var place = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.AddLast(place);
            return Wait(place, patience, cancel);
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            // The place goes from hand to hand, so that nobody who comes now can step in between.
            if (_waiting.First is { } next)
            {
                _waiting.RemoveFirst();
                next.Value.SetResult(true);
                return;
            }

            _taken--;
        }
    }

    private async ValueTask<bool> Wait(TaskCompletionSource<bool> place, TimeSpan patience, CancellationToken cancel)
    {
        await using var limit = time.CreateTimer(_ => GiveUp(place), null, patience, Timeout.InfiniteTimeSpan);
        await using var gone = cancel.UnsafeRegister(_ => GiveUp(place), null);
        return await place.Task;
    }

    private void GiveUp(TaskCompletionSource<bool> place)
    {
        lock (_gate)
        {
            if (_waiting.Remove(place))
            {
                place.SetResult(false);
            }
        }
    }
}
