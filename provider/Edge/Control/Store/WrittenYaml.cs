using System.Globalization;
using System.Text;

namespace EdgeInfra.Edge.Control;

/// <summary>
/// A stored document just as <see cref="YamlWriter"/> writes it, read in one pass: a start reads tens of thousands. It gives up at anything
/// it would not have written, and never guesses: <see cref="AnyYaml"/> reads that.
/// </summary>
internal sealed class WrittenYaml
{
    private const string Escapes = "\\\"nrt0abefvN_LP", Escaped = "\\\"\n\r\t\0\a\b\e\f\v\u0085\u00a0\u2028\u2029";

    private readonly string _text;
    private int _at;
    private int _line = 1;

    private WrittenYaml(string text) => _text = text;

    /// <summary>Null where it is not of this form; that says nothing about whether it is valid.</summary>
    public static YamlMap? Read(string text)
    {
        var reader = new WrittenYaml(text);
        return reader.IsKeyAt(0) && reader.Map(0) is { } root && reader.Take("...\n") && reader._at == text.Length ? root : null;
    }

    private YamlMap? Map(int indent)
    {
        var map = new YamlMap(_line);
        do
        {
            if (Key() is not { } key || Value(indent) is not { } value || !map.Add(key, value))
            {
                return null;
            }
        }
        while (IsKeyAt(indent));
        return map;
    }

    private List<object>? Items(int indent)
    {
        var items = new List<object>();
        do
        {
            object? read = At(_at) == '"' ? Scalar() : IsKeyAt(0) ? Map(indent + 2) : null;
            if (read is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (IsItemAt(indent));
        return items;
    }

    private object? Value(int indent)
    {
        if (TakeLine(":"))
        {
            return IsItemAt(indent) ? Items(indent) : IsKeyAt(indent + 2) ? Map(indent + 2) : null;
        }

        return !Take(": ") ? null
            : TakeLine("[]") ? new List<object>()
            : Scalar();
    }

    private string? Key()
    {
        var end = _at;
        while (char.IsAsciiLetterOrDigit(At(end)) || At(end) is '_' or '.' or '-')
        {
            end++;
        }

        return Move(end);
    }

    private string? Scalar()
    {
        var text = At(_at) == '"' ? Quoted() : Plain();
        return text is not null && TakeLine("") ? text : null;
    }

    // Numbers, flags and times: all else is quoted.
    private string? Plain()
    {
        var end = _at;
        while (char.IsAsciiLetterOrDigit(At(end)) || At(end) is ':' or '-')
        {
            end++;
        }

        var text = _text.AsSpan(_at, end - _at);
        return text is "true" or "false" || (text is [>= '0' and <= '9', ..] or ['-', >= '0' and <= '9', ..] && text[^1] is not (':' or '-')) ? Move(end) : null;
    }

    private string? Quoted()
    {
        var start = ++_at;
        while (IsPrintable(At(_at)))
        {
            _at++;
        }

        var text = _text[start.._at];
        if (At(_at) == '"')
        {
            _at++;
            return text;
        }

        return At(_at) == '\\' ? Unescaped(new StringBuilder(text)) : null;
    }

    private string? Unescaped(StringBuilder text)
    {
        while (At(_at) != '"')
        {
            if (IsPrintable(At(_at)))
            {
                text.Append(_text[_at++]);
            }
            else if (At(_at) != '\\' || Escape() is not { } sign)
            {
                return null;
            }
            else
            {
                text.Append(sign);
            }
        }

        _at++;
        return text.ToString();
    }

    private string? Escape()
    {
        var letter = At(_at + 1);
        _at += 2;
        return letter switch
        {
            'x' => Code(2),
            'u' => Code(4),
            'U' => Code(8),
            _ => Escapes.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var known ? Escaped[known].ToString() : null,
        };
    }

    private string? Code(int digits)
    {
        if (_at + digits > _text.Length
            || !uint.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || !Rune.TryCreate(code, out var rune))
        {
            return null;
        }

        _at += digits;
        return rune.ToString();
    }

    // What stands for itself between quotes, in any reader's eyes.
    private static bool IsPrintable(char sign) => sign switch
    {
        '"' or '\\' or '\u2028' or '\u2029' => false,
        '\t' or >= ' ' and < '\x7f' or >= '\xa0' and < '\ud800' or >= '\ue000' and <= '\ufffd' => true,
        _ => false,
    };

    private bool IsKeyAt(int indent) => IsIndented(indent) && char.IsAsciiLetter(At(_at + indent)) && Skip(indent);

    private bool IsItemAt(int indent) => IsIndented(indent) && At(_at + indent) == '-' && At(_at + indent + 1) == ' ' && Skip(indent + 2);

    private bool IsIndented(int indent) => _at + indent < _text.Length && !_text.AsSpan(_at, indent).ContainsAnyExcept(' ');

    private bool Skip(int length)
    {
        _at += length;
        return true;
    }

    private string? Move(int end)
    {
        var text = end == _at ? null : _text[_at..end];
        _at = end;
        return text;
    }

    private bool Take(string expected)
    {
        var isThere = string.CompareOrdinal(_text, _at, expected, 0, expected.Length) == 0;
        _at += isThere ? expected.Length : 0;
        return isThere;
    }

    private bool TakeLine(string expected)
    {
        var isThere = At(_at + expected.Length) == '\n' && Take(expected) && Take("\n");
        _line += isThere ? 1 : 0;
        return isThere;
    }

    private char At(int index) => index < _text.Length ? _text[index] : '\0';
}
