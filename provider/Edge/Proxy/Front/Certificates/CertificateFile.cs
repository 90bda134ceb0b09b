using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EdgeInfra.Edge.Proxy.Front.Certificates;

/// <summary>A certificate of a folder: <c>name.crt</c> or <c>name.pem</c>, intermediates after it, and <c>name.key</c>.</summary>
/// <param name="Print">Equal for equal files; the key can't be read back from it.</param>
internal sealed record CertificateFile(ServedCertificate Certificate, string Print)
{
    /// <summary>The same object again when nothing has changed, so that sessions can still be resumed.</summary>
    /// <exception cref="CryptographicException">The files don't make a certificate with its key; fit for people, and names no secret.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static CertificateFile Read(string certificatePath, string keyPath, CertificateFile? known)
    {
        var (certificates, key) = (File.ReadAllText(certificatePath), File.ReadAllText(keyPath));
        var print = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(certificates + '\0' + key)));
        return known?.Print == print ? known : new(Make(certificates, key), print);
    }

    private static ServedCertificate Make(string certificates, string key)
    {
        if (key.Contains("BEGIN ENCRYPTED PRIVATE KEY", StringComparison.Ordinal))
        {
            throw new CryptographicException("the key is encrypted; store it without a passphrase, readable by the edge only");
        }

        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(certificates);
        if (chain.Count == 0)
        {
            throw new CryptographicException("there is no certificate in it");
        }

        var made = new ServedCertificate(WithKey(certificates, key), [.. chain.Skip(1)]);
        return made.Names.Count > 0 ? made
            : throw new CryptographicException("it names no host; make it with a subject alternative name, as browsers require");
    }

    private static X509Certificate2 WithKey(string certificates, string key)
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPem(certificates, key);
            return OperatingSystem.IsLinux() ? certificate
                : X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null); // other systems want keys in their own store
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            throw new CryptographicException("certificate and key do not belong together, or one of them is not whole", failure);
        }
    }
}
