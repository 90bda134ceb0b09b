namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>An origin could not be reached or did not answer in HTTP. Carries what the client is told; <see cref="Exception.Message"/> is for the log.</summary>
internal sealed class OriginException(EdgeError error, string message, Exception? cause = null) : Exception(message, cause)
{
    public EdgeError Error { get; } = error;

    /// <summary>Whether the request may be sent elsewhere: nothing of it was sent, or nothing can have happened twice.</summary>
    public bool MayRepeat { get; set; } = error is EdgeError.MaxConnectionsReached or EdgeError.BackendUnhealthy or EdgeError.NameNotResolved
        or EdgeError.ConnectionRefused or EdgeError.ConnectionTimedOut or EdgeError.NetworkUnreachable
        or EdgeError.CertificateName or EdgeError.CertificateNotTrusted or EdgeError.TlsHandshake;
}
