using EdgeInfra.Edge.Proxy.Rules;

namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Applies the rules for the request to the origin. What the client asked stays as it is.</summary>
internal sealed class PrepareOriginRequest : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        var rules = request.Service!.Config.Rules.Miss; // set by MatchDomain
        if (rules.Count > 0)
        {
            HeaderEdit.ToOrigin(rules, request);
        }

        return rest(request);
    }
}
