using System.Buffers;

namespace EdgeInfra.Model.Vcl;

/// <summary>Cuts a statement into tokens; the last one is End, or Invalid where the statement can't be read on.</summary>
internal sealed class Lexer
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-:");

    private readonly string _statement;
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private Lexer(string statement) => _statement = statement;

    private ReadOnlySpan<char> Rest => _statement.AsSpan(_at);

    public static List<Token> Read(string statement)
    {
        var lexer = new Lexer(statement);
        var tokens = new List<Token>();
        do
        {
            lexer.SkipBlanks();
            tokens.Add(lexer.Next());
        }
        while (tokens[^1].Kind is not (TokenKind.End or TokenKind.Invalid));

        return tokens;
    }

    private void SkipBlanks()
    {
        while (_at < _statement.Length && char.IsWhiteSpace(_statement[_at]))
        {
            Pass(1);
        }
    }

    private void Pass(int count)
    {
        for (var end = _at + count; _at < end; _at++)
        {
            if (_statement[_at] == '\n')
            {
                (_line, _lineStart) = (_line + 1, _at + 1);
            }
        }
    }

    private Token Next()
    {
        var start = new Position(_line, _at - _lineStart + 1);
        var first = _at < _statement.Length ? _statement[_at] : '\0';
        var (kind, text, length) = first switch
        {
            _ when _at >= _statement.Length => (TokenKind.End, "", 0),
            '"' => ShortText(),
            '{' => LongText(),
            '_' => Name(),
            _ when char.IsAsciiLetter(first) => Name(),
            _ when char.IsAsciiDigit(first) => NumberText.Read(Rest),
            _ => Mark(),
        };
        Pass(length);
        return new(kind, start, text);
    }

    private (TokenKind, string, int) Name()
    {
        var length = Rest.IndexOfAnyExcept(NameCharacters);
        var name = (length < 0 ? Rest : Rest[..length]).ToString();
        return (name is "true" or "false" ? TokenKind.Truth : TokenKind.Name, name, name.Length);
    }

    private (TokenKind, string, int) Mark()
    {
        var (kind, text) = Rest switch
        {
            ['&', '&', ..] => (TokenKind.And, "&&"),
            ['|', '|', ..] => (TokenKind.Or, "||"),
            ['=', '=', ..] => (TokenKind.Equal, "=="),
            ['!', '=', ..] => (TokenKind.NotEqual, "!="),
            ['!', '~', ..] => (TokenKind.DoesNotMatch, "!~"),
            ['<', '=', ..] => (TokenKind.AtMost, "<="),
            ['>', '=', ..] => (TokenKind.AtLeast, ">="),
            ['<', ..] => (TokenKind.Less, "<"),
            ['>', ..] => (TokenKind.Greater, ">"),
            ['!', ..] => (TokenKind.Not, "!"),
            ['~', ..] => (TokenKind.Matches, "~"),
            ['(', ..] => (TokenKind.Open, "("),
            [')', ..] => (TokenKind.Close, ")"),
            [',', ..] => (TokenKind.Comma, ","),
            ['+', ..] => (TokenKind.Plus, "+"),
            ['-', ..] => (TokenKind.Minus, "-"),
            _ => (TokenKind.Invalid, Strange(Rest[0])),
        };
        return (kind, text, kind == TokenKind.Invalid ? 0 : text.Length);
    }

    private static string Strange(char first) => first switch
    {
        '=' => "a single = compares nothing: write == for equal, ~ for a regular expression.",
        '&' => "a single & means nothing here: write && for and.",
        '|' => "a single | means nothing here: write || for or.",
        '\'' => "texts are written in double quotes: \"…\".",
        ';' => "a statement is one expression: leave the ; out.",
        _ => $"\"{first}\" has no meaning in an expression.",
    };

    private (TokenKind, string, int) ShortText()
    {
        var end = Rest[1..].IndexOfAny('"', '\n', '\r');
        if (end < 0 || Rest[1 + end] != '"')
        {
            return Wrong("this text has no closing \" on its line; for text with quotes or lines write {\"…\"}.");
        }

        return PercentText.Decode(Rest.Slice(1, end).ToString()) is { } text
            ? Content(text, end + 2)
            : Wrong("%00 cannot be part of a text.");
    }

    // {"…"} or, when the text itself holds "}, {word"…"word}. Nothing is decoded: this is the form for texts with quotes and
    // percent signs.
    private (TokenKind, string, int) LongText()
    {
        var quote = Rest.IndexOf('"');
        if (quote < 1 || Rest[1..quote].ContainsAnyExcept(NameCharacters))
        {
            return Wrong("{ begins nothing but a text: {\"…\"}.");
        }

        var closing = $"\"{Rest[1..quote]}}}";
        var length = Rest[(quote + 1)..].IndexOf(closing, StringComparison.Ordinal);
        return length < 0
            ? Wrong($"this text has no closing {closing}.")
            : Content(Rest.Slice(quote + 1, length).ToString(), quote + 1 + length + closing.Length);
    }

    private static (TokenKind, string, int) Content(string text, int length) =>
        text.Contains('\0', StringComparison.Ordinal) ? Wrong("a NUL cannot be part of a text.") : (TokenKind.Text, text, length);

    private static (TokenKind, string, int) Wrong(string why) => (TokenKind.Invalid, why, 0);
}
