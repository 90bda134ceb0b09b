namespace EdgeInfra.Edge.Proxy.Front.Certificates;

/// <summary>The certificates in use right now; another set may be there at the next call.</summary>
internal interface ICertificates
{
    /// <summary>null when there is none for this name, and no default: the handshake is to be refused.</summary>
    ServedCertificate? For(string serverName);
}
