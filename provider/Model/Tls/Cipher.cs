using System.Net.Security;

namespace EdgeInfra.Model;

/// <summary>A cipher suite under OpenSSL's name, with the words of OpenSSL's lists that stand for it.</summary>
internal sealed record Cipher(string Name, TlsCipherSuite Suite, params string[] Words)
{
    public bool IsOf13 => Name.StartsWith("TLS_", StringComparison.Ordinal);

    /// <summary>Bits of the key.</summary>
    public int Strength => Words.Contains("AES256") || Words.Contains("CHACHA20") ? 256 : 128;
}
