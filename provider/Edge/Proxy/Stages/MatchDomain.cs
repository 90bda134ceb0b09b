namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Finds the service that answers for the Host header.</summary>
internal sealed class MatchDomain : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        request.Service = request.Config!.Domains.Find(request.Host); // set by the first stage
        if (request.Host.Length == 0 && request.Service is { Config.Rules.DefaultHost: var host })
        {
            (request.Host, request.ClientHost) = (host, host);
        }

        request.Service?.Traffic.Begin();
        return request.Service is null ? request.Fail(EdgeError.UnknownDomain) : rest(request);
    }
}
