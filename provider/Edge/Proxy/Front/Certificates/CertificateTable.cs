namespace EdgeInfra.Edge.Proxy.Front.Certificates;

/// <summary>Which certificate a handshake gets, by the name the client asks for. Of two for one name the one that lives longer is used.</summary>
internal sealed class CertificateTable
{
    private readonly Dictionary<string, ServedCertificate> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ServedCertificate? _otherwise;

    /// <param name="certificates">The certificates in use.</param>
    /// <param name="otherwise">For clients that name nobody, or somebody none of them covers.</param>
    public CertificateTable(IEnumerable<ServedCertificate> certificates, ServedCertificate? otherwise)
    {
        _otherwise = otherwise;
        foreach (var certificate in certificates.OrderByDescending(certificate => certificate.Expires))
        {
            foreach (var name in certificate.Names)
            {
                _byName.TryAdd(name, certificate);
            }
        }
    }

    public ServedCertificate? For(string serverName)
    {
        var name = serverName.TrimEnd('.');
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return _byName.GetValueOrDefault(name) ?? (dot > 0 ? _byName.GetValueOrDefault("*" + name[dot..]) : null) ?? _otherwise;
    }
}
