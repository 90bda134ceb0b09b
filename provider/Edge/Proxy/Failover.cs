using EdgeInfra.Edge.Proxy.Origins;

namespace EdgeInfra.Edge.Proxy;

/// <summary>
/// Moves a request on to another of its candidates when one could not be reached. Never after a byte of an answer, never when something could
/// happen twice, and never because an origin is slow: a time limit is an answer of its own.
/// </summary>
internal sealed class Failover(Random random, Action<string> log)
{
    /// <summary>Whether there is another origin to try; it is the request's then.</summary>
    public bool MovesOn(EdgeRequest request, OriginException failure)
    {
        if (request.Candidates is not { } candidates || !MayMove(request, failure) || request.Tried.Count >= candidates.Retries)
        {
            return false;
        }

        var failed = request.Origin!; // a failure is of an origin
        request.Tried.Add(failed);
        if (candidates.Pick(request, random, request.Tried) is not { } next)
        {
            return false;
        }

        log($"{failed.Origin.Name} ({failed.Origin.Identity}): {ErrorAnswer.For(failure.Error).Text}: {failure.Message}; "
            + $"the request goes on to {next.Origin.Name}");
        request.Service!.Traffic.CountFailover();
        request.Origin = next;
        return true;
    }

    private static bool MayMove(EdgeRequest request, OriginException failure) =>
        failure.MayRepeat && !request.Aborted.IsCancellationRequested && !request.Response.HasStarted;
}
