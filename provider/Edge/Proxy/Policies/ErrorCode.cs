using System.Buffers;
using System.Text;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>Finds the code in the beginning of an error document, without reading the document: XML of S3 and its kin, JSON of B2.</summary>
internal static class ErrorCode
{
    private const int Longest = 64;

    private static readonly SearchValues<byte> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"u8);

    /// <summary>Empty when there is none.</summary>
    public static string In(ReadOnlySpan<byte> document) => After(document, "<Code>"u8, (byte)'<') ?? InJson(document) ?? "";

    private static string? InJson(ReadOnlySpan<byte> document)
    {
        var at = document.IndexOf("\"code\""u8);
        if (at < 0)
        {
            return null;
        }

        var rest = document[(at + 6)..].TrimStart(" \t\r\n"u8);
        var code = rest is [(byte)':', ..] ? After(rest[1..].TrimStart(" \t\r\n"u8), "\""u8, (byte)'"') : null;

        // B2 has one code for both, and tells them apart in words.
        return code == "not_found" && document.IndexOf("\"Bucket does not exist"u8) >= 0 ? "no_such_bucket" : code;
    }

    private static string? After(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark, byte end)
    {
        var at = text.IndexOf(mark);
        if (at < 0)
        {
            return null;
        }

        var rest = text[(at + mark.Length)..];
        var length = rest.IndexOfAnyExcept(Letters);
        return length is > 0 and <= Longest && rest[length] == end ? Encoding.ASCII.GetString(rest[..length]) : null;
    }
}
