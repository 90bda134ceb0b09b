using EdgeInfra.Edge.Proxy.Shields;

namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Sends a request for a shielded origin to the place that shields it, unless it has come from another place already, or begins anew.</summary>
internal sealed class GoThroughShield(NodeSignature signature) : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        if (request.MayUseShield && request.Origin is { Shield: { Node.IsUp: true } route } origin) // picked by PickBackend
        {
            (request.Behind, request.Origin, request.Signature) = (origin, route.Through, signature.For(request));
        }

        return rest(request);
    }
}
