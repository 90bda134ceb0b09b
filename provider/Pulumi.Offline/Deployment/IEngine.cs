using EdgeInfra.Protocol.Rpc;

namespace Pulumi;

/// <summary>The engine's side that shows messages.</summary>
internal interface IEngine
{
    Task Log(LogRequest message);

    Task RequireVersion(string range);
}
