using System.Security.Cryptography;
using System.Text;

namespace EdgeInfra.Plugin.Records;

/// <summary>
/// What stands for a secret where everybody may look: equal for an equal value in the same place, and of no use to find the value.
/// </summary>
/// <remarks>It carries its salt, so that whoever has the value can prove that it belongs to the digest, in any stack.</remarks>
internal static class SecretDigest
{
    private const string Start = "digest:";

    private const int SaltLength = 8, Length = 16;

    public static bool Is(string text) => text.StartsWith(Start, StringComparison.Ordinal);

    /// <param name="place">Where the value is declared. The salt is made of it: that makes it the same at every preview.</param>
    public static string Of(string place, string value) => Write(SHA256.HashData(Encoding.UTF8.GetBytes(place)).AsSpan(0, SaltLength), value);

    public static bool Fits(string digest, string value)
    {
        var parts = digest.Split(':');
        return parts is [_, { Length: SaltLength * 2 } salt, _] && salt.All(char.IsAsciiHexDigit) && Write(Convert.FromHexString(salt), value) == digest;
    }

    private static string Write(ReadOnlySpan<byte> salt, string value) =>
        $"{Start}{Convert.ToHexStringLower(salt)}:{Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(value)).AsSpan(0, Length))}";
}
