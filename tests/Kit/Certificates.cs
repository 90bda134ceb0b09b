using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kit;

/// <summary>An authority made for one test run, and server certificates it signs.</summary>
public sealed class Certificates : IDisposable
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2060, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _authority;

    public Certificates()
    {
        var request = new CertificateRequest($"CN=Test authority {Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _authority = request.CreateSelfSigned(From, Until);
    }

    /// <summary>The authority, for clients that are to trust it.</summary>
    public string AuthorityPem => _authority.ExportCertificatePem();

    /// <summary>A certificate for a client, and its key.</summary>
    public (string Certificate, string Key) ClientPem(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256)
            .Create(_authority, From, Until, RandomNumberGenerator.GetBytes(8));
        return (signed.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    public X509Certificate2 For(params ReadOnlySpan<string> names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = Sign(key, names, Until);
        using var complete = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(complete.Export(X509ContentType.Pfx), null);
    }

    /// <summary>A certificate with its key as files, as web servers want them; what it has written.</summary>
    public (string Certificate, string Key) Write(string path, DateTimeOffset until, params ReadOnlySpan<string> names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = Sign(key, names, until);
        var pems = (Certificate: signed.ExportCertificatePem() + "\n", Key: key.ExportPkcs8PrivateKeyPem() + "\n");
        File.WriteAllText(path + ".crt", pems.Certificate);
        File.WriteAllText(path + ".key", pems.Key);
        return pems;
    }

    /// <summary>The same as what public authorities issue: valid for 90 days around this time, for servers only.</summary>
    public void WriteForBrowsers(string path, DateTimeOffset now, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false)); // serverAuth
        using var signed = request.Create(_authority, now.AddDays(-5), now.AddDays(85), RandomNumberGenerator.GetBytes(16));
        File.WriteAllText(path + ".crt", signed.ExportCertificatePem() + "\n");
        File.WriteAllText(path + ".key", key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    private X509Certificate2 Sign(ECDsa key, ReadOnlySpan<string> subjects, DateTimeOffset until)
    {
        var request = new CertificateRequest("CN=" + subjects[0], key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in subjects)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(name);
            }
        }

        request.CertificateExtensions.Add(names.Build());
        return request.Create(_authority, From, until, RandomNumberGenerator.GetBytes(8));
    }

    public void Dispose()
    {
        _authority.Dispose();
        _key.Dispose();
    }
}
