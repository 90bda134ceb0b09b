using System.Collections.Concurrent;

namespace EdgeInfra.Edge.Cache;

/// <summary>All stored answers of a node, in memory, within a number of bytes. Finding one takes no lock.</summary>
internal sealed class CacheStore
{
    private const long ShardSize = 64L * 1024 * 1024;
    private const int MostShards = 16, PurgedUrls = 4096, ShareOnTheWay = 4;

    private readonly ConcurrentDictionary<CacheKey, StoredAnswer[]> _answers = new();
    private readonly PurgeMarks _marks = new();
    private readonly long[] _purgedUrls = new long[PurgedUrls];
    private readonly Shard[] _shards;
    private long _evictions;

    /// <param name="capacity">In bytes: bodies with their slack, headers, and something for each entry.</param>
    public CacheStore(long capacity)
    {
        Capacity = capacity;
        OnTheWay = new CollectBudget(capacity / ShareOnTheWay);
        _shards = new Shard[Math.Clamp(capacity / ShardSize, 1, MostShards)];
        for (var i = 0; i < _shards.Length; i++)
        {
            _shards[i] = new Shard(new EvictionQueue(capacity / _shards.Length, Evict), new Lock());
        }
    }

    public long Capacity { get; }

    /// <summary>For bodies that are not stored yet: a quarter of the capacity, beside it.</summary>
    public CollectBudget OnTheWay { get; }

    /// <summary>Longest body that is kept: a quarter of what is evicted together.</summary>
    public long LongestBody => Capacity / _shards.Length / 4;

    public long Bytes => _shards.Sum(shard => shard.Queue.Bytes);

    public int Count => _shards.Sum(shard => shard.Queue.Count);

    public long Evictions => Interlocked.Read(ref _evictions);

    /// <summary>To be taken when a fetch begins, see <see cref="StoredAnswer.Generation"/>.</summary>
    public long Generation => _marks.Generation;

    /// <summary>The answer for such a request, fresh or not, with its body held: release that. null when there is none.</summary>
    public StoredAnswer? Find(in CacheKey key, HeaderList request)
    {
        if (!_answers.TryGetValue(key, out var variants))
        {
            return null;
        }

        foreach (var variant in variants)
        {
            if (variant.Selection.Fits(request))
            {
                if (!variant.IsPurged)
                {
                    return variant.Body.TryHold() ? variant : null;
                }

                Remove(variant);
                return null;
            }
        }

        return null;
    }

    /// <summary>Keeps an answer instead of the one for the same requests. The store takes its body over, also when it does not keep it.</summary>
    public bool Put(StoredAnswer answer)
    {
        var shard = ShardOf(answer.Key);
        answer.Marks = _marks.Use(answer.Key.Service, answer.SurrogateKeys);
        lock (shard.Lock)
        {
            if (answer.IsPurged || Volatile.Read(ref UrlPurge(answer.Key)) > answer.Generation || answer.Body.Length > LongestBody)
            {
                Drop(answer);
                return false;
            }

            var before = _answers.GetValueOrDefault(answer.Key, []);
            foreach (var old in before.Where(old => old.Selection.Equals(answer.Selection)))
            {
                shard.Queue.Remove(old);
                Drop(old);
            }

            // The youngest stands first: if several fit, as after a change of Vary, it is the one to serve.
            _answers[answer.Key] = [answer, .. before.Where(old => !old.IsGone)];
            shard.Queue.Add(answer);
        }

        return true;
    }

    /// <summary>Everything stored for a URL, whatever it was chosen by. Softly, it is only stale from now on.</summary>
    public void PurgeUrl(in CacheKey key, bool soft)
    {
        var shard = ShardOf(key);
        lock (shard.Lock)
        {
            Volatile.Write(ref UrlPurge(key), _marks.Next());
            if (!_answers.TryGetValue(key, out var variants))
            {
                return;
            }

            foreach (var variant in variants)
            {
                variant.IsSoftPurged = true;
                if (!soft)
                {
                    shard.Queue.Remove(variant);
                    Drop(variant);
                }
            }

            if (!soft)
            {
                _answers.TryRemove(key, out _);
            }
        }
    }

    public void PurgeKey(string service, string surrogateKey, bool soft) => _marks.PurgeKey(service, surrogateKey, soft);

    public void PurgeAll(string service, bool soft) => _marks.PurgeAll(service, soft);

    /// <summary>For an answer that its origin does not stand by any more.</summary>
    public void Remove(StoredAnswer answer)
    {
        var shard = ShardOf(answer.Key);
        lock (shard.Lock)
        {
            if (!answer.IsGone)
            {
                shard.Queue.Remove(answer);
                Forget(answer);
            }
        }
    }

    // Called by the queue of a shard whose lock is held.
    private void Evict(StoredAnswer answer)
    {
        Interlocked.Increment(ref _evictions);
        Forget(answer);
    }

    private void Forget(StoredAnswer answer)
    {
        if (_answers.TryGetValue(answer.Key, out var variants))
        {
            StoredAnswer[] left = [.. variants.Where(variant => variant != answer)];
            if (left.Length == 0)
            {
                _answers.TryRemove(answer.Key, out _);
            }
            else
            {
                _answers[answer.Key] = left;
            }
        }

        Drop(answer);
    }

    private void Drop(StoredAnswer answer)
    {
        _marks.Leave(answer.Key.Service, answer.SurrogateKeys, answer.Marks);
        answer.Body.Release();
    }

    // One place for many URLs: a purge of another one may keep an answer that is on its way out, which does no harm.
    private ref long UrlPurge(in CacheKey key) => ref _purgedUrls[(uint)key.GetHashCode() % PurgedUrls];

    private Shard ShardOf(in CacheKey key) => _shards[(uint)key.GetHashCode() % (uint)_shards.Length];

    private sealed record Shard(EvictionQueue Queue, Lock Lock);
}
