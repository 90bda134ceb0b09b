using System.Text;

namespace EdgeInfra.Edge.Bucket;

/// <summary>Percent-encoded text, decoded once.</summary>
internal static class KeyText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>null: an escape can't be read.</summary>
    public static byte[]? Decode(string text, bool plusIsSpace)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                bytes.Add(plusIsSpace && text[i] == '+' ? (byte)' ' : (byte)text[i]);
            }
            else if (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                return null;
            }
        }

        return [.. bytes];
    }

    /// <summary>null: not UTF-8, or an escape can't be read.</summary>
    public static string? DecodeKey(string path, bool plusIsSpace)
    {
        try
        {
            return Decode(path, plusIsSpace) is { } bytes ? Strict.GetString(bytes) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
