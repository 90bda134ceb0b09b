using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Ends a request whose origin leads back to this edge. A few passes are allowed: services may stand one behind another.</summary>
internal sealed class RefuseLoops : IStage
{
    private const int MostPasses = 8;

    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        var passes = 0;
        foreach (ref readonly var line in request.Headers.Lines)
        {
            if (HeaderList.Same(line.Name, "CDN-Loop"))
            {
                passes += Passes(line.Value);
            }
        }

        return passes >= MostPasses ? request.Fail(EdgeError.LoopDetected) : rest(request);
    }

    private static int Passes(ReadOnlySpan<char> list)
    {
        var passes = 0;
        foreach (var range in list.Split(','))
        {
            passes += list[range].Trim().Equals(RequestHead.Hop, StringComparison.Ordinal) ? 1 : 0;
        }

        return passes;
    }
}
