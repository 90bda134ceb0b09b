namespace EdgeInfra.Edge.Control;

/// <summary>All routes of the control API. The first match counts, so fixed words stand before placeholders.</summary>
internal sealed class RouteTable(IEnumerable<Route> routes)
{
    private readonly Route[] _routes = [.. routes];

    public IReadOnlyList<Route> All => _routes;

    public Answer Answer(ControlCall call) => Find(call) is ({ } route, var found) ? route.Answer(found) : Unknown(call);

    /// <summary>For calls that only read: some of them wait.</summary>
    public async Task<Answer> AnswerLater(ControlCall call, CancellationToken cancel) =>
        Find(call) is ({ } route, var found) ? await route.AnswerLater(found, cancel).ConfigureAwait(false) : Unknown(call);

    /// <summary>How many bytes the body of a call may have.</summary>
    public int BodyLimit(string method, IReadOnlyList<string> segments) =>
        _routes.FirstOrDefault(route => route.Method == method && route.Match(segments) is not null)?.BodyLimit ?? ControlBody.Limit;

    private (Route?, ControlCall) Find(ControlCall call)
    {
        foreach (var route in _routes)
        {
            if (route.Method == call.Method && route.Match(call.Target.Segments) is { } arguments)
            {
                return (route, call with { Arguments = arguments });
            }
        }

        return (null, call);
    }

    private Answer Unknown(ControlCall call)
    {
        var allowed = _routes.Where(route => route.Match(call.Target.Segments) is not null).Select(route => route.Method).Distinct().ToArray();
        return allowed.Length == 0
            ? Control.Answer.Of(Refusals.NoRoute(call.Method, "/" + string.Join('/', call.Target.Segments)))
            : Control.Answer.Of(Refusals.WrongMethod(call.Method, allowed)) with { Allow = string.Join(", ", allowed) };
    }
}
