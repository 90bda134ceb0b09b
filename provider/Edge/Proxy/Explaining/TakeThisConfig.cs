namespace EdgeInfra.Edge.Proxy.Explaining;

/// <summary>Begins with a given configuration instead of the one that is live.</summary>
internal sealed class TakeThisConfig(LiveConfig config) : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        request.Config = config;
        return rest(request);
    }
}
