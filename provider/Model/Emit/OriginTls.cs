using System.Security.Authentication;

namespace EdgeInfra.Model;

/// <summary>TLS toward an origin.</summary>
/// <param name="ServerName">SNI to send; empty means none is sent.</param>
/// <param name="CertificateName">Name the certificate must be for.</param>
/// <param name="AuthoritiesPem">Certificates to trust; empty means those of the system.</param>
/// <param name="Protocols"><see cref="SslProtocols.None"/> means what the system allows.</param>
public sealed record OriginTls(
    string ServerName, string CertificateName, bool CheckCertificate, string AuthoritiesPem, SslProtocols Protocols);
