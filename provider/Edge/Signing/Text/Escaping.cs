using System.Buffers;

namespace EdgeInfra.Edge.Signing.Text;

/// <summary>Percent-encoding as signatures want it: all but letters, digits and -._~ escaped, in upper case.</summary>
internal static class Escaping
{
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    private static readonly SearchValues<char> UnreservedOrSlash =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    public static void AddPath(ref ByteText text, scoped ReadOnlySpan<char> path, PathRule rule)
    {
        if (rule == PathRule.TwiceNormalised)
        {
            AddNormalised(ref text, path);
        }
        else if (path.IsEmpty)
        {
            text.Add((byte)'/');
        }
        else
        {
            Add(ref text, path, UnreservedOrSlash, decodes: rule == PathRule.Once);
        }
    }

    /// <summary>A name or value of the query; a plus is a plus.</summary>
    public static void AddParameter(ref ByteText text, scoped ReadOnlySpan<char> part) => Add(ref text, part, Unreserved, decodes: true);

    /// <summary>What the escaped text stands for.</summary>
    public static void AddDecoded(ref ByteText text, scoped ReadOnlySpan<char> escaped)
    {
        while (!escaped.IsEmpty)
        {
            var plain = escaped.IndexOf('%') is var at and >= 0 ? at : escaped.Length;
            text.Add(escaped[..plain]);
            escaped = escaped[plain..];
            if (!escaped.IsEmpty)
            {
                text.Add(Next(ref escaped, decodes: true));
            }
        }
    }

    private static void Add(ref ByteText text, scoped ReadOnlySpan<char> part, SearchValues<char> plain, bool decodes)
    {
        while (!part.IsEmpty)
        {
            var run = part.IndexOfAnyExcept(plain) is var at and >= 0 ? at : part.Length;
            text.Add(part[..run]);
            part = part[run..];
            if (part.IsEmpty)
            {
                return;
            }

            var one = Next(ref part, decodes);
            if (plain.Contains((char)one))
            {
                text.Add(one);
            }
            else
            {
                text.Add([(byte)'%', Digit(one >> 4), Digit(one & 15)]);
            }
        }
    }

    // An escape that is none counts as its percent sign.
    private static byte Next(ref ReadOnlySpan<char> part, bool decodes)
    {
        if (decodes && part.Length >= 3 && part[0] == '%' && char.IsAsciiHexDigit(part[1]) && char.IsAsciiHexDigit(part[2]))
        {
            var one = (Value(part[1]) << 4) | Value(part[2]);
            part = part[3..];
            return (byte)one;
        }

        var plain = (byte)part[0];
        part = part[1..];
        return plain;
    }

    private static void AddNormalised(ref ByteText text, scoped ReadOnlySpan<char> path)
    {
        var segments = new List<string>();
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (segment is "..")
            {
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            }
            else if (segment is not ("" or "."))
            {
                segments.Add(segment.ToString());
            }
        }

        var isFolder = segments.Count > 0 && (path.EndsWith("/") || path.EndsWith("/.") || path.EndsWith("/.."));
        var normal = "/" + string.Join('/', segments) + (isFolder ? "/" : "");
        Add(ref text, normal, UnreservedOrSlash, decodes: false);
    }

    private static byte Digit(int value) => (byte)"0123456789ABCDEF"[value];

    private static int Value(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
