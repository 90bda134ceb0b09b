using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Turns away what the front's parser lets pass but an origin might read in another way, and what the edge does not serve.</summary>
internal sealed class RefuseMalformed : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        if (request.Method == "CONNECT")
        {
            return request.Fail(EdgeError.MethodNotSupported);
        }

        return request.IsMalformed || !HasPlainTarget(request) || HasControls(request)
            ? request.Fail(EdgeError.MalformedRequest)
            : rest(request);
    }

    private static bool HasPlainTarget(EdgeRequest request) =>
        request.Url.StartsWith('/') || (request.Url == "*" && request.Method == "OPTIONS");

    private static bool HasControls(EdgeRequest request)
    {
        foreach (ref readonly var line in request.Headers.Lines)
        {
            if (line.Value.AsSpan().ContainsAny(Tokens.ControlCharacters))
            {
                return true;
            }
        }

        // Blanks end a target in HTTP/1.1, while HTTP/2 lets them in.
        return request.Url.AsSpan().ContainsAny(Tokens.ControlCharacters) || request.Url.AsSpan().ContainsAny(' ', '\t');
    }
}
