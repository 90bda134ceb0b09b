using EdgeInfra.Engine.Programs;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;

namespace Unit.Engine.Execution;

/// <summary>A stack program that makes real calls to the monitor, as the SDKs do.</summary>
internal sealed class ScriptedProgram(Func<Session, Task> script) : IProgram
{
    public async Task<ProgramExit> Run(ProgramContext context, CancellationToken cancel)
    {
        using var channel = new RpcChannel(context.MonitorAddress);
        var session = new Session(channel, context, cancel);
        await session.Register(
            "pulumi:pulumi:Stack", $"{context.Project}-{context.Stack}", change: request => request.Custom = false);
        try
        {
            await script(session);
        }
        catch (RpcException error)
        {
            return new ProgramExit(false, $"unhandled: {error.Status} {error.Message}");
        }

        await channel.Call(MonitorMethods.SignalAndWaitForShutdown, new Empty(), cancel);
        return ProgramExit.Ok;
    }
}
