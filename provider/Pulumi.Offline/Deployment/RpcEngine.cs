using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;

namespace Pulumi;

/// <summary>An engine's message service at the other end of a channel.</summary>
internal sealed class RpcEngine(RpcChannel channel) : IEngine
{
    public Task Log(LogRequest message) => channel.Call(EngineMethods.Log, message);

    public Task RequireVersion(string range) =>
        channel.Call(EngineMethods.RequirePulumiVersion, new RequirePulumiVersionRequest { PulumiVersionRange = range });
}
