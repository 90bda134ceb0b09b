using EdgeInfra.Engine.Execution;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;

namespace EdgeInfra.Engine.Programs;

/// <summary>What programs and plugins tell the engine.</summary>
/// <remarks>Debug lines are dropped: those of the Node SDK hold secrets in plain text.</remarks>
internal sealed class EngineService(Progress progress)
{
    private string _root = "";

    public RpcService AddTo(RpcService service) => service
        .On(EngineMethods.Log, (request, _) => Log(request))
        .On(EngineMethods.GetRootResource, (_, _) => Task.FromResult(new GetRootResourceResponse { Urn = _root }))
        .On(EngineMethods.SetRootResource, (request, _) =>
        {
            _root = request.Urn;
            return Task.FromResult(new SetRootResourceResponse());
        })
        .On(EngineMethods.RequirePulumiVersion, (_, _) => Task.FromResult(new RequirePulumiVersionResponse()));

    private Task<Empty> Log(LogRequest request)
    {
        var message = request.Message.TrimEnd();
        switch (request.Severity)
        {
            case LogSeverity.Debug:
                break;
            case LogSeverity.Error:
                progress.Error(request.Urn, message);
                break;
            case var severity:
                progress.Report(new EngineEvent.Diagnostic(
                    request.Urn, severity == LogSeverity.Warning ? Severity.Warning : Severity.Info, message, request.Ephemeral));
                break;
        }

        return Task.FromResult(new Empty());
    }
}
