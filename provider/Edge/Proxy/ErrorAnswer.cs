using System.Net;
using System.Text;

namespace EdgeInfra.Edge.Proxy;

/// <summary>What the client is told when the edge answers itself: Fastly's statuses and texts, where Fastly has one.</summary>
internal sealed record ErrorAnswer(int Status, string Text)
{
    /// <summary>Whether the client's connection ends with it: what is left of the request is not wanted.</summary>
    public bool Closes { get; init; }

    public static ErrorAnswer For(EdgeError error) => error switch
    {
        EdgeError.MalformedRequest => new(400, "Bad Request") { Closes = true },
        EdgeError.UnfitForOrigin => new(400, "Bad Request"),
        EdgeError.MethodNotAllowed => new(405, "Method Not Allowed"),
        EdgeError.ClientTooSlow => new(408, "Request Timeout") { Closes = true },
        EdgeError.BodyTooLarge => new(413, "Content Too Large") { Closes = true },
        EdgeError.Misdirected => new(421, "Misdirected Request"),
        EdgeError.UnknownDomain => new(500, "Domain Not Found"),
        EdgeError.MethodNotSupported => new(501, "Method not supported") { Closes = true },
        EdgeError.LoopDetected => new(503, "Loop detected"),
        EdgeError.TooManyRestarts => new(503, "max restarts"),
        EdgeError.BodyIsGone => new(503, "request body cannot be sent again"),
        EdgeError.BackendUnhealthy => new(503, "Backend is unhealthy"),
        EdgeError.NoHealthyBackends => new(503, "No healthy backends"),
        EdgeError.QuorumNotReached => new(503, "Quorum weight not reached"),
        EdgeError.UnknownBackend => new(503, "No such backend"),
        EdgeError.MaxConnectionsReached => new(503, "Backend.max_conn reached"),
        EdgeError.NameNotResolved => new(503, "Backend unavailable, name not resolved"),
        EdgeError.ConnectionRefused => new(503, "connection refused"),
        EdgeError.ConnectionTimedOut => new(503, "connection timed out"),
        EdgeError.NetworkUnreachable => new(503, "Network unreachable"),
        EdgeError.CertificateName => new(503, "hostname doesn't match against certificate"),
        EdgeError.CertificateNotTrusted => new(503, "certificate is not trusted"),
        EdgeError.TlsHandshake => new(503, "TLS handshake failed"),
        EdgeError.FirstByteTimeout => new(503, "first byte timeout"),
        EdgeError.BackendRead => new(503, "backend read error"),
        EdgeError.BackendWrite => new(503, "backend write error"),
        EdgeError.OriginRefusesEdge => new(502, "Backend refuses this edge"),
        EdgeError.OriginRefusesForNow => new(503, "Backend refuses this edge for now"),
        EdgeError.NoCredentials => new(503, "No credentials for backend"),
        _ => throw new ArgumentOutOfRangeException(nameof(error), error, "Every error has an answer."),
    };

    /// <summary>Whether an origin is at fault, so that something stored may stand in for it.</summary>
    public static bool IsOrigins(EdgeError error) => error >= EdgeError.BackendUnhealthy;

    /// <summary>The text for an unknown domain; clients and scripts look for this sentence of Fastly's.</summary>
    public static byte[] UnknownDomain(string host) => Encoding.UTF8.GetBytes(
        $"Fastly error: unknown domain: {host}. Please check that this domain has been added to a service.\n");

    /// <summary>Fastly's sentence for a Host that the certificate of the connection does not cover.</summary>
    public static byte[] Misdirected() => Encoding.UTF8.GetBytes(
        "Requested host does not match any Subject Alternative Names (SANs) on TLS certificate in use with this connection.\n");

    /// <summary>A short page that names the status and the reason.</summary>
    public byte[] Page()
    {
        var text = WebUtility.HtmlEncode(Text);
        return Encoding.UTF8.GetBytes(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>{Status} {text}</title></head>
            <body>
            <h1>Error {Status} {text}</h1>
            <p>{text}</p>
            <hr>
            <p>EdgeInfra edge</p>
            </body>
            </html>

            """);
    }
}
