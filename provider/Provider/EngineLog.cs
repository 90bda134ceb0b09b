using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Plugin;

/// <summary>Tells the user something by way of the engine. Without an engine, and when it is gone, nothing is told.</summary>
internal sealed class EngineLog : IDisposable
{
    private volatile RpcChannel? _engine;

    public void Attach(string address)
    {
        var before = _engine;
        if (before?.Address != address)
        {
            _engine = new RpcChannel(address);
            before?.Dispose();
        }
    }

    public Task Warn(string urn, string message, CancellationToken cancel = default) =>
        Say(LogSeverity.Warning, urn, message, cancel);

    public Task Inform(string urn, string message, CancellationToken cancel = default) =>
        Say(LogSeverity.Info, urn, message, cancel);

    public void Dispose() => _engine?.Dispose();

    private async Task Say(LogSeverity severity, string urn, string message, CancellationToken cancel)
    {
        if (_engine is not { } engine)
        {
            return;
        }

        try
        {
            await engine.Call(EngineMethods.Log, new LogRequest { Severity = severity, Message = message, Urn = urn }, cancel);
        }
        catch (Exception gone) when (gone is RpcException or OperationCanceledException or ObjectDisposedException)
        {
            // A remark that cannot be delivered must not fail what it remarks on.
        }
    }
}
