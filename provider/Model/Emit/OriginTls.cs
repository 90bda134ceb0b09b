using System.Net.Security;
using System.Security.Authentication;

namespace EdgeInfra.Model;

/// <summary>TLS toward an origin.</summary>
/// <param name="ServerName">SNI to send; empty means none is sent.</param>
/// <param name="CertificateName">Name the certificate must be for.</param>
/// <param name="AuthoritiesPem">Certificates to trust; empty means those of the system.</param>
/// <param name="Protocols">Versions to offer, at least one.</param>
/// <param name="Client">What the origin is shown when it asks; null means nothing.</param>
/// <param name="Ciphers">What is offered, in this order; empty means what the system offers.</param>
public sealed record OriginTls(
    string ServerName, string CertificateName, bool CheckCertificate, string AuthoritiesPem, SslProtocols Protocols,
    ClientIdentity? Client, ValueList<TlsCipherSuite> Ciphers);
