namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Chooses the origin as Fastly's generated VCL does: the default, unless a condition holds, the last one deciding; then by weight and health.</summary>
internal sealed class PickBackend(Random random) : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        var candidates = request.Candidates ?? request.Service!.For(request); // set by MatchDomain
        request.Origin = candidates.Pick(random);
        return request.Origin is not null ? rest(request)
            : request.Fail(candidates.IsSet ? EdgeError.NoHealthyBackends : EdgeError.BackendUnhealthy);
    }
}
