using System.Globalization;
using System.Text;

namespace EdgeInfra.Model.Vcl;

/// <summary>
/// VCL's escapes in texts between simple quotes: <c>%20</c>, <c>%u00e9</c>, <c>%u{1F600}</c>. A backslash is an ordinary
/// character.
/// </summary>
internal static class PercentText
{
    /// <summary>
    /// The decoded text, or null when it would hold a NUL. A percent sign that begins no escape stands for itself.
    /// </summary>
    public static string? Decode(string raw)
    {
        if (!raw.Contains('%', StringComparison.Ordinal))
        {
            return raw;
        }

        var bytes = new List<byte>();
        for (var at = 0; at < raw.Length;)
        {
            var length = Escape(raw.AsSpan(at), bytes);
            if (length == 0)
            {
                length = char.IsHighSurrogate(raw[at]) && at + 1 < raw.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(raw.Substring(at, length)));
            }

            at += length;
        }

        return bytes.Contains(0) ? null : Encoding.UTF8.GetString([.. bytes]);
    }

    private static int Escape(ReadOnlySpan<char> rest, List<byte> bytes)
    {
        if (rest is ['%', 'u', '{', ..] && rest.IndexOf('}') is > 3 and var close && Code(rest[3..close], bytes))
        {
            return close + 1;
        }

        if (rest is ['%', 'u', _, _, _, _, ..] && Code(rest[2..6], bytes))
        {
            return 6;
        }

        if (rest is ['%', _, _, ..]
            && byte.TryParse(rest[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            bytes.Add(value);
            return 3;
        }

        return 0;
    }

    private static bool Code(ReadOnlySpan<char> hex, List<byte> bytes)
    {
        if (!int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code))
        {
            return false;
        }

        bytes.AddRange(Encoding.UTF8.GetBytes(new Rune(code).ToString()));
        return true;
    }
}
