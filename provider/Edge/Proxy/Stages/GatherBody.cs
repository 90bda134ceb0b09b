using System.IO.Pipelines;

namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Waits for the beginning of a body, so that a slow client holds no place at the origin while it dawdles: small bodies come whole.</summary>
/// <remarks>
/// Only where the client said how long the body is. One of unknown length may be half of a conversation, and a client that expects a 100
/// sends nothing before the origin is reached: both are passed on as they come.
/// </remarks>
internal sealed class GatherBody : IStage
{
    public const int Most = 64 * 1024; // far below what the front takes from a connection unread, so this can't wait for ever

    public ValueTask Run(EdgeRequest request, EdgeHandler rest) =>
        request.Body is null || request.BodyLength is null || request.Headers.First("Expect") is not null ? rest(request) : Gather(request, rest);

    private static async ValueTask Gather(EdgeRequest request, EdgeHandler rest)
    {
        if (await Fill(request.Body!, Math.Min(request.BodyLength!.Value, Most)) is not { } fault)
        {
            await rest(request);
        }
        else if (request.Aborted.IsCancellationRequested)
        {
            request.Response.Abort();
        }
        else
        {
            await request.Fail(fault);
        }
    }

    // What the client did wrong; null when that much is there.
    private static async ValueTask<EdgeError?> Fill(PipeReader body, long wanted)
    {
        try
        {
            while (true)
            {
                var read = await body.ReadAsync();
                if (read.IsCompleted || read.Buffer.Length >= wanted)
                {
                    body.AdvanceTo(read.Buffer.Start);
                    return null;
                }

                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (Exception failure) when (BodyFault.Of(failure) is { } fault)
        {
            return fault;
        }
    }
}
