using EdgeInfra.Protocol.Rpc;

namespace Pulumi;

/// <summary>The program's messages on their way to the engine, in the order in which they were written.</summary>
internal sealed class EngineLog(IEngine engine, PendingWork work)
{
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Whether an error was written: the program has then failed, even if it went on.</summary>
    public bool HasErrors { get; private set; }

    public Task Write(
        LogSeverity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        lock (_lock)
        {
            HasErrors |= severity == LogSeverity.Error;
            var request = new LogRequest
            {
                Severity = severity,
                Message = message ?? "",
                StreamId = streamId ?? 0,
                Ephemeral = ephemeral ?? false,
            };
            _last = Send(_last, request, resource);
            work.Add(_last);
            return _last;
        }
    }

    private async Task Send(Task previous, LogRequest request, Resource? resource)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        request.Urn = resource is null ? "" : await UrnOf(resource).ConfigureAwait(false);
        await engine.Log(request).ConfigureAwait(false);
    }

    private static async Task<string> UrnOf(Resource resource)
    {
        try
        {
            return (await resource.Urn.Data.ConfigureAwait(false)).Value;
        }
        catch (Exception)
        {
            return ""; // Its registration failed, which is reported by itself; the message must not be lost over it.
        }
    }
}
