using System.Buffers;
using System.Text;

namespace EdgeInfra.Model;

/// <summary>
/// The one spelling of a path that is sent to an origin, signed, and kept in cache keys: each byte decoded once, and all but the
/// unreserved ones encoded with upper-case digits. It is not normalised: dots and double slashes stay.
/// </summary>
/// <remarks>
/// An encoded slash stays encoded. A plus leaves as %2B, because Amazon S3 reads a bare one as a blank. Because unreserved bytes are never
/// encoded here, dot segments can only be spelled with dots.
/// </remarks>
public static class WirePath
{
    private const int OnStack = 512;

    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>
    /// Reads the path of a request's target as it came; a query is cut off. A path that has the right spelling already is handed back itself.
    /// </summary>
    public static bool TryRead(string target, out string path, out PathRefusal refusal)
    {
        var end = target.AsSpan().IndexOf('?');
        var raw = end < 0 ? target.AsSpan() : target.AsSpan(0, end);
        if (!IsCanonical(raw))
        {
            return Respell(raw, out path, out refusal);
        }

        (path, refusal) = (end < 0 ? target : target[..end], PathRefusal.None);
        return true;
    }

    /// <summary>The same for a text that is part of another; it allocates the path.</summary>
    public static bool TryRead(ReadOnlySpan<char> target, out string path, out PathRefusal refusal)
    {
        var end = target.IndexOf('?');
        var raw = end < 0 ? target : target[..end];
        if (!IsCanonical(raw))
        {
            return Respell(raw, out path, out refusal);
        }

        (path, refusal) = (raw.ToString(), PathRefusal.None);
        return true;
    }

    /// <summary>Whether a path without query has this spelling already.</summary>
    public static bool IsCanonical(ReadOnlySpan<char> path)
    {
        if (path is not ['/', ..])
        {
            return false;
        }

        for (var at = path.IndexOfAnyExcept(Unreserved); at >= 0;)
        {
            if (!IsCanonicalEscape(path[at..], out var length))
            {
                return false;
            }

            var next = path[(at + length)..].IndexOfAnyExcept(Unreserved);
            at = next < 0 ? -1 : at + length + next;
        }

        return true;
    }

    /// <summary>
    /// What is asked of the origin for a path of this spelling: the prefix before it, and the index after it where it ends with a slash. Both
    /// have this spelling already. Refused where a dot segment could leave the prefix.
    /// </summary>
    public static bool TryForOrigin(string path, string? prefix, string? index, out string wire, out PathRefusal refusal)
    {
        if (!string.IsNullOrEmpty(prefix) && HasDotSegment(path))
        {
            (wire, refusal) = ("", PathRefusal.DotSegment);
            return false;
        }

        var isDirectory = path.EndsWith('/') && !string.IsNullOrEmpty(index);
        wire = string.IsNullOrEmpty(prefix) && !isDirectory ? path : string.Concat(prefix, path, isDirectory ? index : null);
        refusal = PathRefusal.None;
        return true;
    }

    /// <summary>Whether a path of this spelling has a segment of one or two dots; an encoded slash ends a segment too, as it does in stores.</summary>
    public static bool HasDotSegment(ReadOnlySpan<char> path)
    {
        for (var start = 0; start <= path.Length;)
        {
            var (length, slash) = Segment(path[start..]);
            if (path.Slice(start, length) is "." or "..")
            {
                return true;
            }

            start += length + slash;
        }

        return false;
    }

    /// <summary>A text of a declaration, not yet encoded, in this spelling: the key <c>ä b</c> as <c>%C3%A4%20b</c>. Slashes stay.</summary>
    public static string Encode(string text)
    {
        var spelled = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            Append(spelled, octet, octet == '/');
        }

        return spelled.ToString();
    }

    private static (int Length, int Slash) Segment(ReadOnlySpan<char> rest)
    {
        var plain = rest.IndexOf('/');
        var encoded = rest.IndexOf("%2F", StringComparison.Ordinal);
        return plain < 0 && encoded < 0 ? (rest.Length, 1)
            : encoded < 0 || (plain >= 0 && plain < encoded) ? (plain, 1)
            : (encoded, 3);
    }

    // Upper case, and of a byte that has to be encoded. Bytes above 7F go the long way, to see whether they are UTF-8.
    private static bool IsCanonicalEscape(ReadOnlySpan<char> rest, out int length)
    {
        length = 3;
        if (rest.Length < 3 || rest[0] != '%' || !IsUpperHex(rest[1]) || !IsUpperHex(rest[2]))
        {
            return false;
        }

        var octet = (char)((HexValue(rest[1]) << 4) | HexValue(rest[2]));
        return octet is > '\0' and <= '\x7F' and not '\\' && (octet == '/' || !Unreserved.Contains(octet))
            ? true : octet > '\x7F' && IsCanonicalSequence(rest, out length);
    }

    private static bool IsCanonicalSequence(ReadOnlySpan<char> rest, out int length)
    {
        Span<byte> octets = stackalloc byte[4];
        var count = 0;
        for (; count < 4 && rest.Length >= (count + 1) * 3; count++)
        {
            var escape = rest.Slice(count * 3, 3);
            if (escape[0] != '%' || !IsUpperHex(escape[1]) || !IsUpperHex(escape[2]))
            {
                break;
            }

            octets[count] = (byte)((HexValue(escape[1]) << 4) | HexValue(escape[2]));
        }

        var status = Rune.DecodeFromUtf8(octets[..count], out _, out var used);
        length = used * 3;
        return status == OperationStatus.Done;
    }

    private static bool Respell(ReadOnlySpan<char> raw, out string path, out PathRefusal refusal)
    {
        var rented = raw.Length * 3 > OnStack ? ArrayPool<byte>.Shared.Rent(raw.Length * 3) : null;
        var octets = rented ?? stackalloc byte[OnStack];
        refusal = Decode(raw, octets, out var encodedSlashes, out var length);
        path = refusal == PathRefusal.None ? Spell(octets[..length], encodedSlashes) : "";
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return refusal == PathRefusal.None;
    }

    // An encoded slash is kept apart from a plain one by its place, in the order of the path.
    private static PathRefusal Decode(ReadOnlySpan<char> raw, Span<byte> octets, out List<int>? encodedSlashes, out int length)
    {
        (encodedSlashes, length) = (null, 0);
        if (raw is not ['/', ..])
        {
            return PathRefusal.NotAbsolute;
        }

        for (var at = 0; at < raw.Length;)
        {
            if (raw[at] == '%')
            {
                if (at + 2 >= raw.Length || !char.IsAsciiHexDigit(raw[at + 1]) || !char.IsAsciiHexDigit(raw[at + 2]))
                {
                    return PathRefusal.BadEscape;
                }

                octets[length] = (byte)((HexValue(raw[at + 1]) << 4) | HexValue(raw[at + 2]));
                if (octets[length++] == '/')
                {
                    (encodedSlashes ??= []).Add(length - 1);
                }

                at += 3;
            }
            else if (Rune.DecodeFromUtf16(raw[at..], out var rune, out var used) == OperationStatus.Done)
            {
                length += rune.EncodeToUtf8(octets[length..]);
                at += used;
            }
            else
            {
                return PathRefusal.NotUtf8;
            }
        }

        return octets[..length].Contains((byte)0) ? PathRefusal.ZeroByte
            : octets[..length].Contains((byte)'\\') ? PathRefusal.Backslash
            : System.Text.Unicode.Utf8.IsValid(octets[..length]) ? PathRefusal.None
            : PathRefusal.NotUtf8;
    }

    private static string Spell(ReadOnlySpan<byte> octets, List<int>? encodedSlashes)
    {
        var spelled = new StringBuilder(octets.Length + 16);
        for (var (i, next) = (0, 0); i < octets.Length; i++)
        {
            var isEncodedSlash = encodedSlashes is not null && next < encodedSlashes.Count && encodedSlashes[next] == i;
            next += isEncodedSlash ? 1 : 0;
            Append(spelled, octets[i], octets[i] == '/' && !isEncodedSlash);
        }

        return spelled.ToString();
    }

    private static void Append(StringBuilder spelled, byte octet, bool isSlash)
    {
        if (isSlash || (octet != '/' && Unreserved.Contains((char)octet)))
        {
            spelled.Append((char)octet);
            return;
        }

        spelled.Append('%').Append(HexDigit(octet >> 4)).Append(HexDigit(octet & 0xF));
    }

    private static bool IsUpperHex(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'F');

    private static int HexValue(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

    private static char HexDigit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);
}
