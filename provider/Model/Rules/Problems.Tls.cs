namespace EdgeInfra.Model;

/// <content>What can be wrong with how a backend is reached over TLS.</content>
public static partial class Problems
{
    public static Problem HalfAClientCertificate(string missing, string given) =>
        Error("EDGE080", missing, $"is not set, but {given} is: a certificate can be shown only with its private key. Set both, or neither.");

    public static Problem ClientKeyWrong() =>
        Error("EDGE081", "sslClientKey", "is not the private key of sslClientCert: give the key of its first certificate, as PEM and not encrypted.");

    public static Problem ClientCertificateUnreadable() =>
        Error("EDGE082", "sslClientCert", "cannot be read: its first certificate is damaged, or is no X.509 certificate in PEM.");

    public static Problem UnknownCipher(string word, string hint) =>
        Error("EDGE083", "sslCiphers", $"names \"{word}\", which is no cipher that the edge could offer, and no word of OpenSSL's lists.{hint}");

    public static Problem NoCipherLeft(string list) =>
        Error("EDGE084", "sslCiphers", $"is \"{list}\", which leaves no cipher to offer: let it name one, such as ECDHE+AESGCM.");
}
