namespace EdgeInfra.Edge.Cache;

/// <summary>
/// The marks of all surrogate keys in use. A purge only moves a mark, so it is seen at once however many answers carry it; their memory is given
/// back when somebody comes across them.
/// </summary>
internal sealed class PurgeMarks
{
    private const string WholeService = "";

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Service, string Key), PurgeMark> _marks = [];
    private readonly Dictionary<string, long> _forgotten = [];
    private long _generation;

    /// <summary>Taken when a fetch begins: an answer that was asked for before a purge is not kept after it.</summary>
    public long Generation => Interlocked.Read(ref _generation);

    /// <summary>The marks of an answer with these keys, and that of its service.</summary>
    public PurgeMark[] Use(string service, IReadOnlyList<string> keys)
    {
        lock (_lock)
        {
            var marks = new PurgeMark[keys.Count + 1];
            for (var i = 0; i < marks.Length; i++)
            {
                var key = i == keys.Count ? WholeService : keys[i];
                if (!_marks.TryGetValue((service, key), out var mark))
                {
                    mark = _marks[(service, key)] = new PurgeMark(_forgotten.GetValueOrDefault(service));
                }

                mark.Uses++;
                marks[i] = mark;
            }

            return marks;
        }
    }

    public void Leave(string service, IReadOnlyList<string> keys, PurgeMark[] marks)
    {
        lock (_lock)
        {
            for (var i = 0; i < marks.Length; i++)
            {
                if (--marks[i].Uses == 0)
                {
                    _marks.Remove((service, i == keys.Count ? WholeService : keys[i]));
                    Forget(service, Math.Max(marks[i].Hard, marks[i].Soft));
                }
            }
        }
    }

    /// <summary>Counts a purge that has no mark.</summary>
    public long Next() => Interlocked.Increment(ref _generation);

    public void PurgeKey(string service, string key, bool soft) => Purge(service, key, soft);

    public void PurgeAll(string service, bool soft) => Purge(service, WholeService, soft);

    private void Purge(string service, string key, bool soft)
    {
        lock (_lock)
        {
            var now = Next();
            if (_marks.TryGetValue((service, key), out var mark))
            {
                mark.Set(now, soft);
            }
            else
            {
                Forget(service, now); // an answer with that key may be on its way
            }
        }
    }

    // A mark that nobody carries is not kept. New ones begin where the youngest forgotten one was: at worst an answer that was on its way is not stored.
    private void Forget(string service, long generation) =>
        _forgotten[service] = Math.Max(_forgotten.GetValueOrDefault(service), generation);
}
