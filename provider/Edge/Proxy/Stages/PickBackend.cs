namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>
/// Chooses the origin: where a rule has sent the request, else as Fastly's generated VCL does, the default unless a condition holds, the last
/// one deciding; then by weight and health.
/// </summary>
internal sealed class PickBackend(Random random) : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        var service = request.Service!; // set by MatchDomain
        if (request.Watch is null)
        {
            service.Wake();
        }

        var candidates = request.BackendName is { } name ? service.Named(name) : request.Candidates ?? service.For(request);
        request.Candidates = candidates;
        request.Origin = candidates?.Pick(request, random, throughShield: request.MayUseShield);
        return request.Origin is not null ? rest(request) : request.Fail(candidates?.WhyNone(request.MayUseShield) ?? EdgeError.UnknownBackend);
    }
}
