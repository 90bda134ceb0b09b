using System.Net;
using EdgeInfra.Edge.Proxy.Shields;

namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>
/// Tells this node's name, and takes a request from another node of ours for what it is: the client's. Who only claims to be one is believed
/// nothing, and the claim is gone before any rule could see it.
/// </summary>
internal sealed class TrustNodes(EdgeNode node, NodeSignature signature) : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        request.Node = node;
        if (request.Headers.First(NodeSignature.Header) is { } claim)
        {
            Judge(request, claim);
        }

        return rest(request);
    }

    private void Judge(EdgeRequest request, string claim)
    {
        var client = request.Headers.Joined("Fastly-Client-IP", ',') ?? "";
        var tls = request.Headers.Joined("Fastly-SSL", ',') ?? "";
        if (request.Headers.Joined(NodeSignature.Header, ',') != claim
            || !IPAddress.TryParse(client, out var address) || !signature.Holds(claim, request, client, tls))
        {
            request.Headers.Remove(NodeSignature.Header);
            return;
        }

        (request.Visits, request.Client, request.IsTls) = (1, address, tls == "1");
    }
}
