namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Applies the rules for the request to the origin. What the client asked stays as it is.</summary>
internal sealed class PrepareOriginRequest : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        request.PrepareForOrigin();
        request.Fill?.Prepare(request);
        return rest(request);
    }
}
