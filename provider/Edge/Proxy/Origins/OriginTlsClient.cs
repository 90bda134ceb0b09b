using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>TLS toward one origin. The name sent (SNI) and the name the certificate must be for are two settings, and neither stands in for the other.</summary>
internal sealed class OriginTlsClient(OriginTls tls)
{
    private readonly X509Certificate2Collection _authorities = Certificates(tls.AuthoritiesPem);
    private readonly SslStreamCertificateContext? _client = tls.Client is { } client ? Shown(client) : null;
    private readonly CipherSuitesPolicy? _ciphers = tls.Ciphers.Count > 0 ? Policy(tls.Ciphers) : null;

    public async ValueTask<SslStream> Handshake(Stream transport, CancellationToken cancel)
    {
        EdgeError? refusal = null;
        var stream = new SslStream(transport);
        try
        {
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = tls.ServerName,
                    EnabledSslProtocols = tls.Protocols,
                    ApplicationProtocols = [SslApplicationProtocol.Http11],
                    CertificateChainPolicy = Policy(),
                    ClientCertificateContext = _client,
                    CipherSuitesPolicy = _ciphers,
                    RemoteCertificateValidationCallback = (_, certificate, _, problems) => (refusal = Check(certificate, problems)) is null,
                },
                cancel);
            return stream;
        }
        catch (Exception failure)
        {
            await stream.DisposeAsync();
            if (refusal is { } reason)
            {
                throw new OriginException(reason, failure.Message, failure);
            }

            throw;
        }
    }

    // The platform compares with the SNI name, so its finding about the name is set aside for ours.
    private EdgeError? Check(X509Certificate? certificate, SslPolicyErrors problems)
    {
        if (!tls.CheckCertificate)
        {
            return null;
        }

        if (certificate is not X509Certificate2 shown || (problems & ~SslPolicyErrors.RemoteCertificateNameMismatch) != SslPolicyErrors.None)
        {
            return EdgeError.CertificateNotTrusted;
        }

        return shown.MatchesHostname(tls.CertificateName) ? null : EdgeError.CertificateName;
    }

    private X509ChainPolicy Policy()
    {
        // Fetching revocation lists or missing certificates would add a stranger's server to every connection.
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        policy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid("1.3.6.1.5.5.7.3.1")); // server authentication
        if (_authorities.Count > 0)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(_authorities);
        }

        return policy;
    }

    private static SslStreamCertificateContext Shown(ClientIdentity client)
    {
        var chain = Certificates(client.CertificatePem);
        return SslStreamCertificateContext.Create(X509Certificate2.CreateFromPem(client.CertificatePem, client.KeyPem), chain, offline: true);
    }

#pragma warning disable CA1416 // Windows keeps its ciphers to itself; the edge runs where OpenSSL does.
    private static CipherSuitesPolicy Policy(ValueList<TlsCipherSuite> suites) => new(suites);
#pragma warning restore CA1416

    private static X509Certificate2Collection Certificates(string pem)
    {
        var found = new X509Certificate2Collection();
        found.ImportFromPem(pem);
        return found;
    }
}
