using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EdgeInfra.Model;

/// <summary>What must hold between the TLS fields of a backend, so that no handshake fails for a reason that was there to be seen.</summary>
internal static class TlsRules
{
    public static IEnumerable<Problem> Of(Backend backend)
    {
        if (backend is { MinTlsVersion: { } min, MaxTlsVersion: { } max } && string.CompareOrdinal(min, max) > 0)
        {
            yield return Problems.TlsRangeEmpty(min, max);
        }

        if (backend.SslCiphers is { } ciphers)
        {
            foreach (var problem in OfCiphers(ciphers))
            {
                yield return problem;
            }
        }

        if (OfClient(backend.SslClientCert, backend.SslClientKey) is { } mismatch)
        {
            yield return mismatch;
        }
    }

    private static IEnumerable<Problem> OfCiphers(string list)
    {
        var unknown = CipherList.Unknown(list).Distinct().ToList();
        return unknown.Count > 0 ? unknown.Select(word => Problems.UnknownCipher(word, Nearest.Hint(word, [.. Ciphers.Known])))
            : CipherList.Chooses(list) ? []
            : [Problems.NoCipherLeft(list)];
    }

    private static Problem? OfClient(string? certificate, string? key)
    {
        if (certificate is null || key is null)
        {
            return certificate is not null ? Problems.HalfAClientCertificate("sslClientKey", "sslClientCert")
                : key is not null ? Problems.HalfAClientCertificate("sslClientCert", "sslClientKey")
                : null;
        }

        try
        {
            using var pair = X509Certificate2.CreateFromPem(certificate, key);
            return null;
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            return IsReadable(certificate) ? Problems.ClientKeyWrong() : Problems.ClientCertificateUnreadable();
        }
    }

    private static bool IsReadable(string certificate)
    {
        try
        {
            using var read = X509Certificate2.CreateFromPem(certificate);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
