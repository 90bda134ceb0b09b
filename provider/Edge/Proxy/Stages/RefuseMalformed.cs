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

        return request.IsMalformed || !HasPlainTarget(request) || (!request.IsChecked && HasForeignCharacters(request))
            ? request.Fail(EdgeError.MalformedRequest)
            : rest(request);
    }

    private static bool HasPlainTarget(EdgeRequest request) =>
        request.Url.StartsWith('/') || (request.Url == "*" && request.Method == "OPTIONS");

    private static bool HasForeignCharacters(EdgeRequest request)
    {
        foreach (ref readonly var line in request.Headers.Lines)
        {
            if (line.Value.AsSpan().ContainsAny(Tokens.ControlCharacters) || line.Name.AsSpan().ContainsAnyExcept(Tokens.NameCharacters))
            {
                return true;
            }
        }

        return request.Url.AsSpan().ContainsAnyExceptInRange('!', '~'); // blanks end a target in HTTP/1.1, while HTTP/2 lets them in
    }
}
