namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Sends away requests for a host that the connection's certificate is not good for (RFC 9110, 15.5.20), as Fastly does.</summary>
internal sealed class RefuseMisdirected : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest) =>
        request.Certificate is { } certificate && request.Host.Length > 0 && !certificate.Covers(request.Host)
            ? request.Fail(EdgeError.Misdirected)
            : rest(request);
}
