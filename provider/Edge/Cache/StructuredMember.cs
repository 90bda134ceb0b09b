using System.Buffers;

namespace EdgeInfra.Edge.Cache;

/// <summary>One member of a structured dictionary (RFC 9651), of which only whole numbers and truth values are wanted.</summary>
internal ref struct StructuredMember
{
    private static readonly SearchValues<char> NumberParts = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> AfterTokens = SearchValues.Create(" \t,;\"=()[]{}<>@?\\");

    public ReadOnlySpan<char> Key { get; private init; }

    /// <summary>null when the value is anything but a whole number of 0 or more.</summary>
    public int? Seconds { get; private init; }

    public bool IsTrue { get; private init; }

    /// <summary>Reads one member and leaves what follows it; false when the text is no dictionary.</summary>
    public static bool TryRead(ref ReadOnlySpan<char> text, out StructuredMember member)
    {
        member = default;
        if (!TryKey(ref text, out var key))
        {
            return false;
        }

        if (!text.IsEmpty && text[0] == '=')
        {
            text = text[1..];
            var value = text;
            if (!TryItem(ref text))
            {
                return false;
            }

            var item = value[..^text.Length];
            member = new()
            {
                Key = key,
                IsTrue = item is "?1",
                Seconds = item.ContainsAnyExceptInRange('0', '9') ? null : CacheDirectives.Seconds(item),
            };
        }
        else
        {
            member = new() { Key = key, IsTrue = true };
        }

        return TryParameters(ref text);
    }

    private static bool TryParameters(ref ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && text[0] == ';')
        {
            text = text[1..].TrimStart(' ');
            if (!TryKey(ref text, out _))
            {
                return false;
            }

            if (!text.IsEmpty && text[0] == '=')
            {
                text = text[1..];
                if (!TryItem(ref text))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool TryKey(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> key)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterLower(text[length]) || text[length] == '*'
            || (length > 0 && (char.IsAsciiDigit(text[length]) || text[length] is '_' or '-' or '.'))))
        {
            length++;
        }

        key = text[..length];
        text = text[length..];
        return length > 0;
    }

    private static bool TryItem(ref ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return false;
        }

        var length = text[0] switch
        {
            '"' => QuotedLength(text),
            '?' => text.Length > 1 && text[1] is '0' or '1' ? 2 : 0,
            ':' => text[1..].IndexOf(':') is var end and >= 0 ? end + 2 : 0,
            '-' or (>= '0' and <= '9') => NumberLength(text),
            '*' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => TokenLength(text),
            _ => 0, // inner lists and dates mean nothing here
        };
        text = text[length..];
        return length > 0;
    }

    private static int QuotedLength(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                return i + 1;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return 0;
    }

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var start = text[0] == '-' ? 1 : 0;
        var rest = text[start..].IndexOfAnyExcept(NumberParts);
        var length = rest < 0 ? text.Length : start + rest;
        var number = text[start..length];
        var point = number.IndexOf('.');
        var isGood = point < 0 ? number.Length is > 0 and <= 15 : point is > 0 and <= 12 && number.Length - point - 1 is > 0 and <= 3;
        return isGood && number.Count('.') <= 1 ? length : 0;
    }

    private static int TokenLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(AfterTokens);
        return end < 0 ? text.Length : end;
    }
}
