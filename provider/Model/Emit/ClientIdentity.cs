namespace EdgeInfra.Model;

/// <summary>
/// What the edge shows an origin that asks who it is, in PEM. Its text form leaves the key out, so it may stand in a log.
/// </summary>
/// <param name="CertificatePem">The certificate, followed by those between it and its authority, if any.</param>
/// <param name="KeyPem">The private key of the first certificate; not encrypted.</param>
public sealed record ClientIdentity(string CertificatePem, string KeyPem)
{
    public override string ToString() => "a client certificate";
}
