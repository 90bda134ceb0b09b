using System.Runtime.ExceptionServices;

namespace EdgeInfra.Edge.Control;

/// <summary>Work on many things that know nothing of each other, by all processors: for a start with thousands of services.</summary>
internal static class AtOnce
{
    /// <summary>What became of each, in their order. Each has a log of its own; the logs are told in the same order.</summary>
    /// <exception cref="Exception">The first one's failure, as it was thrown.</exception>
    public static List<TOutcome> Each<TItem, TOutcome>(IEnumerable<TItem> items, Func<TItem, Action<string>, TOutcome> work, Action<string> log)
    {
        try
        {
            var done = items.ToList().AsParallel().AsOrdered().Select(item =>
            {
                var told = new List<string>();
                return (Outcome: work(item, told.Add), Told: told);
            }).ToList();
            done.SelectMany(one => one.Told).ToList().ForEach(log);
            return [.. done.Select(one => one.Outcome)];
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
            throw;
        }
    }
}
