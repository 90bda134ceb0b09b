namespace EdgeInfra.Edge.Cache;

/// <summary>
/// Which answers leave when there is no room: S3-FIFO. New ones go through a small queue, and only those asked for again get into the main one, so a scan
/// of things nobody wants twice throws nothing out. Not safe for several threads.
/// </summary>
/// <param name="capacity">In bytes.</param>
internal sealed class EvictionQueue(long capacity, Action<StoredAnswer> evict)
{
    private const int SmallShare = 10; // a tenth, as its authors have it

    private readonly Queue<StoredAnswer> _small = new(), _main = new();
    private readonly Queue<int> _ghostOrder = new();
    private readonly HashSet<int> _ghosts = [];
    private long _smallBytes, _mainBytes;
    private int _live;

    public long Bytes => _smallBytes + _mainBytes;

    public int Count => _live;

    public void Add(StoredAnswer answer)
    {
        answer.IsInMain = _ghosts.Remove(answer.Key.GetHashCode());
        (answer.IsInMain ? _main : _small).Enqueue(answer);
        Account(answer, answer.Footprint);
        _live++;
        while (Bytes > capacity)
        {
            MakeRoom();
        }

        Tidy(_small);
        Tidy(_main);
    }

    /// <summary>For one that was replaced or purged; its place in a queue goes later.</summary>
    public void Remove(StoredAnswer answer)
    {
        answer.IsGone = true;
        Account(answer, -answer.Footprint);
        _live--;
    }

    private void MakeRoom()
    {
        if (_smallBytes > capacity / SmallShare || _mainBytes == 0)
        {
            FromSmall();
        }
        else
        {
            FromMain();
        }
    }

    private void FromSmall()
    {
        var oldest = _small.Dequeue();
        if (oldest.IsGone)
        {
            return;
        }

        if (oldest.Frequency > 1)
        {
            Account(oldest, -oldest.Footprint);
            oldest.IsInMain = true;
            Account(oldest, oldest.Footprint);
            _main.Enqueue(oldest);
            return;
        }

        Remember(oldest.Key.GetHashCode());
        Remove(oldest);
        evict(oldest);
    }

    private void FromMain()
    {
        var oldest = _main.Dequeue();
        if (oldest.IsGone)
        {
            return;
        }

        if (oldest.Frequency > 0)
        {
            oldest.Cool();
            _main.Enqueue(oldest);
            return;
        }

        Remove(oldest);
        evict(oldest);
    }

    private void Remember(int ghost)
    {
        if (_ghosts.Add(ghost))
        {
            _ghostOrder.Enqueue(ghost);
        }

        while (_ghostOrder.Count > Math.Max(64, _main.Count))
        {
            _ghosts.Remove(_ghostOrder.Dequeue());
        }
    }

    private void Account(StoredAnswer answer, long bytes)
    {
        if (answer.IsInMain)
        {
            _mainBytes += bytes;
        }
        else
        {
            _smallBytes += bytes;
        }
    }

    // What is replaced again and again while there is room must not pile up.
    private void Tidy(Queue<StoredAnswer> queue)
    {
        if (queue.Count <= (2 * _live) + 64)
        {
            return;
        }

        for (var i = queue.Count; i > 0; i--)
        {
            var answer = queue.Dequeue();
            if (!answer.IsGone)
            {
                queue.Enqueue(answer);
            }
        }
    }
}
