using System.Security.Cryptography;
using System.Text;

namespace EdgeInfra.Engine.State;

/// <summary>A key derived from a passphrase and a salt, in the form of Pulumi's passphrase secrets provider.</summary>
/// <remarks>Deriving takes a few tenths of a second by design; do it once per run.</remarks>
internal sealed class PassphraseKey : ISecrets
{
    // All five are given by Pulumi's format.
    private const int Iterations = 1_000_000;
    private const int SaltBytes = 8;
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Encrypted along with every salt, so that a wrong passphrase is noticed before any secret is read.</summary>
    private const string Check = "pulumi";

    private readonly byte[] _key;

    private PassphraseKey(byte[] key, string salt)
    {
        _key = key;
        Salt = salt;
    }

    /// <summary>The salt with its check value, as it stands in <c>encryptionsalt</c>.</summary>
    public string Salt { get; private init; }

    /// <summary>A key with a new random salt.</summary>
    public static PassphraseKey Create(string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var key = Derive(passphrase, salt);
        return new PassphraseKey(key, $"v1:{Convert.ToBase64String(salt)}:{Encrypt(key, Check)}");
    }

    /// <summary>The key to a salt text; null when the passphrase is not the one that the salt was made with.</summary>
    /// <exception cref="StateException">The salt text is damaged.</exception>
    public static PassphraseKey? Open(string salt, string passphrase)
    {
        var parts = salt.Split(':', 3);
        if (parts.Length != 3 || parts[0] != "v1" || Bytes(parts[1]) is not { Length: SaltBytes } bytes
            || Parse(parts[2]) is not { } check)
        {
            throw new StateException($"the encryption salt '{salt}' is damaged; expected v1:<salt>:v1:<nonce>:<check value>");
        }

        var key = Derive(passphrase, bytes);
        return Decrypt(key, check) == Check ? new PassphraseKey(key, salt) : null;
    }

    public string Encrypt(string plaintext) => Encrypt(_key, plaintext);

    public string Decrypt(string ciphertext) => Parse(ciphertext) is { } parsed && Decrypt(_key, parsed) is { } plaintext
        ? plaintext
        : throw new StateException("a secret is damaged or was encrypted with another key");

    private static byte[] Derive(string passphrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Iterations, HashAlgorithmName.SHA256, KeyBytes);

    private static string Encrypt(byte[] key, string plaintext)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var text = Encoding.UTF8.GetBytes(plaintext);
        var sealedText = new byte[text.Length + TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, text, sealedText.AsSpan(0, text.Length), sealedText.AsSpan(text.Length));
        return $"v1:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String(sealedText)}";
    }

    private static string? Decrypt(byte[] key, (byte[] Nonce, byte[] Sealed) value)
    {
        var text = new byte[value.Sealed.Length - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            cipher.Decrypt(value.Nonce, value.Sealed.AsSpan(0, text.Length), value.Sealed.AsSpan(text.Length), text);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(text);
    }

    private static (byte[] Nonce, byte[] Sealed)? Parse(string ciphertext)
    {
        var parts = ciphertext.Split(':');
        return parts is ["v1", var nonce, var text] && Bytes(nonce) is { Length: NonceBytes } n
            && Bytes(text) is { Length: >= TagBytes } s
            ? (n, s)
            : null;
    }

    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }
}
