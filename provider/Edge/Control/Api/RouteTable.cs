namespace EdgeInfra.Edge.Control;

/// <summary>All routes of the control API. The first match counts, so fixed words stand before placeholders.</summary>
internal sealed class RouteTable(IEnumerable<Route> routes)
{
    private readonly Route[] _routes = [.. routes];

    public IReadOnlyList<Route> All => _routes;

    public Answer Answer(ControlCall call)
    {
        var matches = _routes
            .Select(route => (route, arguments: route.Match(call.Target.Segments)))
            .Where(match => match.arguments is not null)
            .ToList();
        foreach (var (route, arguments) in matches)
        {
            if (route.Method == call.Method)
            {
                return route.Answer(call with { Arguments = arguments! });
            }
        }

        return matches.Count == 0
            ? Control.Answer.Of(Refusals.NoRoute(call.Method, "/" + string.Join('/', call.Target.Segments)))
            : WrongMethod(call.Method, [.. matches.Select(match => match.route.Method).Distinct()]);
    }

    private static Answer WrongMethod(string method, string[] allowed) =>
        Control.Answer.Of(Refusals.WrongMethod(method, allowed)) with { Allow = string.Join(", ", allowed) };
}
