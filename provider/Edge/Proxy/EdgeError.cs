namespace EdgeInfra.Edge.Proxy;

/// <summary>Every way in which the edge itself, not an origin, answers a request. What the client sees of each is in <see cref="ErrorAnswer"/>.</summary>
internal enum EdgeError
{
    MalformedRequest,
    UnfitForOrigin,
    ClientTooSlow,
    BodyTooLarge,
    Misdirected,
    UnknownDomain,
    MethodNotSupported,
    MethodNotAllowed,
    LoopDetected,
    TooManyRestarts,
    BodyIsGone,

    // From here on an origin is at fault, or that there is none.
    BackendUnhealthy,
    NoHealthyBackends,
    QuorumNotReached,
    UnknownBackend,
    MaxConnectionsReached,
    NameNotResolved,
    ConnectionRefused,
    ConnectionTimedOut,
    NetworkUnreachable,
    CertificateName,
    CertificateNotTrusted,
    TlsHandshake,
    FirstByteTimeout,
    BackendRead,
    BackendWrite,
    OriginRefusesEdge,
    OriginRefusesForNow,
    NoCredentials,
}
