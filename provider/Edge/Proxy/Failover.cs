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
        if (request.Candidates is not { } candidates || !MayMove(request, failure) || (request.Behind is null && request.Tried.Count >= candidates.Retries))
        {
            return false;
        }

        if (request.Behind is not null)
        {
            return TurnsToOrigin(request, failure);
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

    // A shield that is no help is left out, also of the next requests; the origin then is whoever is healthy from here.
    private bool TurnsToOrigin(EdgeRequest request, OriginException failure)
    {
        var shield = request.Origin!.Origin; // it has failed
        if (failure.Error != EdgeError.MaxConnectionsReached)
        {
            request.Behind!.Shield!.Node.Failed(); // only a way through a shield leads behind it
        }

        if (request.Candidates!.Pick(request, random) is not { } direct) // looked at by the caller
        {
            return false;
        }

        log($"{shield.Name} ({shield.Identity}): {ErrorAnswer.For(failure.Error).Text}: {failure.Message}; the request goes straight to {direct.Origin.Name}");
        request.TurnFromShield();
        request.Origin = direct;
        request.PrepareForOrigin();
        return true;
    }

    private static bool MayMove(EdgeRequest request, OriginException failure) =>
        failure.MayRepeat && !request.Aborted.IsCancellationRequested && !request.Response.HasStarted;
}
