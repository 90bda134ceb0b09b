using System.Buffers;

namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>The character classes of HTTP/1.1 and lists of words separated by commas.</summary>
internal static class Tokens
{
    /// <summary>Bytes a header name may consist of (RFC 9110, 5.6.2).</summary>
    public static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Bytes no header value may have: controls other than the tab.</summary>
    public static readonly SearchValues<byte> ControlBytes = SearchValues.Create([.. Controls().Select(c => (byte)c)]);

    public static readonly SearchValues<char> ControlCharacters = SearchValues.Create([.. Controls()]);

    public static bool IsToken(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExcept(NameCharacters);

    public static bool Contains(ReadOnlySpan<char> list, ReadOnlySpan<char> word)
    {
        foreach (var range in list.Split(','))
        {
            if (list[range].Trim().Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<char> Controls() => Enumerable.Range(0, 32).Append(127).Where(c => c != '\t').Select(c => (char)c);
}
