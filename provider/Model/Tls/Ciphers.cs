using System.Net.Security;

namespace EdgeInfra.Model;

/// <summary>The cipher suites a list may name, the ones OpenSSL prefers first.</summary>
internal static class Ciphers
{
    // What the lists of the world exclude by habit; the edge never offers any of it, so excluding it is no mistake.
    public static readonly string[] NeverOffered =
    [
        "aNULL", "eNULL", "NULL", "ADH", "AECDH", "EXP", "EXPORT", "EXPORT40", "EXPORT56", "LOW", "MEDIUM", "DES", "RC4", "RC2", "MD5", "IDEA",
        "SEED", "PSK", "aPSK", "kPSK", "kDHEPSK", "kECDHEPSK", "kRSAPSK", "SRP", "aSRP", "kSRP", "DSS", "aDSS", "CAMELLIA", "CAMELLIA128",
        "CAMELLIA256", "ARIA", "ARIA128", "ARIA256", "ECDH", "kECDH", "aECDH", "DH", "kDH", "aDH", "GOST", "KRB5",
        "3DES", "DES-CBC3-SHA", "EDH-RSA-DES-CBC3-SHA", "ECDHE-RSA-DES-CBC3-SHA", "RC4-SHA", "RC4-MD5", "ECDHE-RSA-RC4-SHA", "DES-CBC-SHA",
    ];

    public static readonly Cipher[] All =
    [
        new("TLS_AES_256_GCM_SHA384", TlsCipherSuite.TLS_AES_256_GCM_SHA384),
        new("TLS_CHACHA20_POLY1305_SHA256", TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256),
        new("TLS_AES_128_GCM_SHA256", TlsCipherSuite.TLS_AES_128_GCM_SHA256),
        new("ECDHE-ECDSA-AES256-GCM-SHA384", TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, "ECDHE", "ECDSA", "AES256", "AESGCM", "SHA384"),
        new("ECDHE-RSA-AES256-GCM-SHA384", TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, "ECDHE", "aRSA", "AES256", "AESGCM", "SHA384"),
        new("DHE-RSA-AES256-GCM-SHA384", TlsCipherSuite.TLS_DHE_RSA_WITH_AES_256_GCM_SHA384, "DHE", "aRSA", "AES256", "AESGCM", "SHA384"),
        new("ECDHE-ECDSA-CHACHA20-POLY1305", TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, "ECDHE", "ECDSA", "CHACHA20"),
        new("ECDHE-RSA-CHACHA20-POLY1305", TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, "ECDHE", "aRSA", "CHACHA20"),
        new("DHE-RSA-CHACHA20-POLY1305", TlsCipherSuite.TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256, "DHE", "aRSA", "CHACHA20"),
        new("ECDHE-ECDSA-AES128-GCM-SHA256", TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, "ECDHE", "ECDSA", "AES128", "AESGCM", "SHA256"),
        new("ECDHE-RSA-AES128-GCM-SHA256", TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, "ECDHE", "aRSA", "AES128", "AESGCM", "SHA256"),
        new("DHE-RSA-AES128-GCM-SHA256", TlsCipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256, "DHE", "aRSA", "AES128", "AESGCM", "SHA256"),
        new("ECDHE-ECDSA-AES256-SHA384", TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, "ECDHE", "ECDSA", "AES256", "SHA384"),
        new("ECDHE-RSA-AES256-SHA384", TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384, "ECDHE", "aRSA", "AES256", "SHA384"),
        new("DHE-RSA-AES256-SHA256", TlsCipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA256, "DHE", "aRSA", "AES256", "SHA256"),
        new("ECDHE-ECDSA-AES128-SHA256", TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, "ECDHE", "ECDSA", "AES128", "SHA256"),
        new("ECDHE-RSA-AES128-SHA256", TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256, "ECDHE", "aRSA", "AES128", "SHA256"),
        new("DHE-RSA-AES128-SHA256", TlsCipherSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA256, "DHE", "aRSA", "AES128", "SHA256"),
        new("ECDHE-ECDSA-AES256-SHA", TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA, "ECDHE", "ECDSA", "AES256", "SHA1"),
        new("ECDHE-RSA-AES256-SHA", TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA, "ECDHE", "aRSA", "AES256", "SHA1"),
        new("DHE-RSA-AES256-SHA", TlsCipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA, "DHE", "aRSA", "AES256", "SHA1"),
        new("ECDHE-ECDSA-AES128-SHA", TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, "ECDHE", "ECDSA", "AES128", "SHA1"),
        new("ECDHE-RSA-AES128-SHA", TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, "ECDHE", "aRSA", "AES128", "SHA1"),
        new("DHE-RSA-AES128-SHA", TlsCipherSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA, "DHE", "aRSA", "AES128", "SHA1"),
        new("AES256-GCM-SHA384", TlsCipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384, "RSA", "aRSA", "AES256", "AESGCM", "SHA384"),
        new("AES128-GCM-SHA256", TlsCipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256, "RSA", "aRSA", "AES128", "AESGCM", "SHA256"),
        new("AES256-SHA256", TlsCipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA256, "RSA", "aRSA", "AES256", "SHA256"),
        new("AES128-SHA256", TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA256, "RSA", "aRSA", "AES128", "SHA256"),
        new("AES256-SHA", TlsCipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA, "RSA", "aRSA", "AES256", "SHA1"),
        new("AES128-SHA", TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA, "RSA", "aRSA", "AES128", "SHA1"),
    ];

    private static readonly Dictionary<string, string> OtherWords = new(StringComparer.Ordinal)
    {
        ["EECDH"] = "ECDHE", ["kEECDH"] = "ECDHE", ["kECDHE"] = "ECDHE", ["EDH"] = "DHE", ["kEDH"] = "DHE", ["kDHE"] = "DHE",
        ["kRSA"] = "RSA", ["aECDSA"] = "ECDSA", ["SHA"] = "SHA1",
    };

    /// <summary>Whether a word of a list stands for the suite; one word is never for suites of TLS 1.3 but their names.</summary>
    public static bool Means(string word, Cipher cipher) =>
        word == cipher.Name || word == cipher.Suite.ToString()
        || (!cipher.IsOf13 && word switch
        {
            "ALL" or "DEFAULT" or "HIGH" => true,
            "AES" => !cipher.Words.Contains("CHACHA20"),
            "TLSv1.2" => !cipher.Words.Contains("SHA1"),
            "TLSv1" or "SSLv3" => cipher.Words.Contains("SHA1"),
            _ => cipher.Words.Contains(OtherWords.GetValueOrDefault(word, word)),
        });

    /// <summary>Every word and name a list may hold.</summary>
    public static IEnumerable<string> Known =>
        All.Select(cipher => cipher.Name)
            .Concat(All.Select(cipher => cipher.Suite.ToString()))
            .Concat(All.SelectMany(cipher => cipher.Words))
            .Concat(OtherWords.Keys)
            .Concat(["ALL", "DEFAULT", "HIGH", "AES", "TLSv1", "TLSv1.2", "SSLv3"])
            .Concat(NeverOffered)
            .Distinct();
}
