using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace EdgeInfra.Model.Vcl;

/// <summary>The functions <c>digest.*</c>. Texts are hashed as UTF-8.</summary>
[SuppressMessage("Security", "CA5350", Justification = "The functions are named after their algorithms; who writes them chooses.")]
[SuppressMessage("Security", "CA5351", Justification = "The functions are named after their algorithms; who writes them chooses.")]
internal static class DigestFunctions
{
    public static Dictionary<string, Function> All { get; } = new()
    {
        ["digest.hash_md5"] = Hash(MD5.HashData),
        ["digest.hash_sha1"] = Hash(SHA1.HashData),
        ["digest.hash_sha256"] = Hash(SHA256.HashData),
        ["digest.hash_sha384"] = Hash(SHA384.HashData),
        ["digest.hash_sha512"] = Hash(SHA512.HashData),
        ["digest.hmac_md5"] = Keyed(HMACMD5.HashData, Prefixed),
        ["digest.hmac_sha1"] = Keyed(HMACSHA1.HashData, Prefixed),
        ["digest.hmac_sha256"] = Keyed(HMACSHA256.HashData, Prefixed),
        ["digest.hmac_sha512"] = Keyed(HMACSHA512.HashData, Prefixed),
        ["digest.hmac_md5_base64"] = Keyed(HMACMD5.HashData, Convert.ToBase64String),
        ["digest.hmac_sha1_base64"] = Keyed(HMACSHA1.HashData, Convert.ToBase64String),
        ["digest.hmac_sha256_base64"] = Keyed(HMACSHA256.HashData, Convert.ToBase64String),
        ["digest.hmac_sha512_base64"] = Keyed(HMACSHA512.HashData, Convert.ToBase64String),
        ["digest.base64"] = Make.Of(text => Convert.ToBase64String(Bytes(text))),
        ["digest.base64url"] = Make.Of(text => Padded(Base64Url.EncodeToString(Bytes(text)))),
        ["digest.base64url_nopad"] = Make.Of(text => Base64Url.EncodeToString(Bytes(text))),
        ["digest.base64_decode"] = Make.Of(Decoded),
        ["digest.base64url_decode"] = Make.Of(Decoded),
        ["digest.base64url_nopad_decode"] = Make.Of(Decoded),
        ["digest.secure_is_equal"] = Make.Test((a, b) => CryptographicOperations.FixedTimeEquals(Bytes(a), Bytes(b))),
    };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    // In VCL the plain hashes come without 0x, the keyed ones with it.
    private static Function Hash(Func<byte[], byte[]> hash) => Make.Of(text => Convert.ToHexStringLower(hash(Bytes(text))));

    private static Function Keyed(Func<byte[], byte[], byte[]> hash, Func<byte[], string> write) =>
        Make.Of((key, text) => write(hash(Bytes(key), Bytes(text))));

    private static string Prefixed(byte[] hash) => "0x" + Convert.ToHexStringLower(hash);

    private static string Padded(string text) => text.PadRight((text.Length + 3) / 4 * 4, '=');

    // Both alphabets, with padding or without; reading ends where the text is no longer base64, and at the first NUL.
    private static string Decoded(string text)
    {
        var plain = text.Replace('+', '-').Replace('/', '_').AsSpan();
        var end = 0;
        while (end < plain.Length && (char.IsAsciiLetterOrDigit(plain[end]) || plain[end] is '-' or '_'))
        {
            end++;
        }

        // A single character of a group of four holds less than a byte.
        plain = plain[..(end % 4 == 1 ? end - 1 : end)];
        var bytes = new byte[plain.Length];
        return Base64Url.TryDecodeFromChars(plain, bytes, out var length) ? UntilNul(bytes.AsSpan(0, length)) : "";
    }

    private static string UntilNul(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes.IndexOf((byte)0) is >= 0 and var end ? bytes[..end] : bytes);
}
