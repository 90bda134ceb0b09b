using EdgeInfra.Edge.Proxy.Rules;

namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Lets answers tell which node gave them, where that is wanted.</summary>
internal sealed class SignAnswers(OwnHeaders headers) : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        if (headers.AreWanted(request))
        {
            request.OwnHeaders = headers;
            request.WatchDelivery();
        }

        return rest(request);
    }
}
