using System.Buffers;

namespace EdgeInfra.Model;

/// <summary>Cuts a statement into tokens; the last one is End, or Invalid where the statement can't be read on.</summary>
internal static class Lexer
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-:");

    public static List<Token> Read(string statement)
    {
        var tokens = new List<Token>();
        var at = 0;
        do
        {
            while (at < statement.Length && char.IsWhiteSpace(statement[at]))
            {
                at++;
            }

            tokens.Add(Next(statement, ref at));
        }
        while (tokens[^1].Kind is not (TokenKind.End or TokenKind.Invalid));

        return tokens;
    }

    private static Token Next(string statement, ref int at)
    {
        var rest = statement.AsSpan(at);
        var column = at + 1;
        if (rest.IsEmpty)
        {
            return new(TokenKind.End, column, "");
        }

        if (rest[0] == '"')
        {
            return ShortText(statement, ref at);
        }

        if (rest.StartsWith("{\""))
        {
            return LongText(statement, ref at);
        }

        if (char.IsAsciiLetter(rest[0]))
        {
            var length = rest.IndexOfAnyExcept(NameCharacters);
            var name = (length < 0 ? rest : rest[..length]).ToString();
            at += name.Length;
            return new(TokenKind.Name, column, name);
        }

        var (kind, text) = Mark(rest);
        at += text.Length;
        return kind == TokenKind.Invalid ? new(kind, column, Strange(rest)) : new(kind, column, text);
    }

    private static (TokenKind Kind, string Text) Mark(ReadOnlySpan<char> rest) => rest switch
    {
        ['&', '&', ..] => (TokenKind.And, "&&"),
        ['|', '|', ..] => (TokenKind.Or, "||"),
        ['=', '=', ..] => (TokenKind.Equal, "=="),
        ['!', '=', ..] => (TokenKind.NotEqual, "!="),
        ['!', '~', ..] => (TokenKind.DoesNotMatch, "!~"),
        ['!', ..] => (TokenKind.Not, "!"),
        ['~', ..] => (TokenKind.Matches, "~"),
        ['(', ..] => (TokenKind.Open, "("),
        [')', ..] => (TokenKind.Close, ")"),
        _ => (TokenKind.Invalid, ""),
    };

    private static string Strange(ReadOnlySpan<char> rest) => rest[0] switch
    {
        '=' => "a single = compares nothing: write == for equal, ~ for a regular expression.",
        '&' => "a single & means nothing here: write && for and.",
        '|' => "a single | means nothing here: write || for or.",
        '<' or '>' => "comparing numbers is not supported yet; there are ==, !=, ~ and !~.",
        '+' => "joining texts is not supported yet.",
        '\'' => "texts are written in double quotes: \"…\".",
        >= '0' and <= '9' => "numbers are not supported yet; texts are written in double quotes: \"…\".",
        var other => $"\"{other}\" has no meaning in a condition.",
    };

    private static Token ShortText(string statement, ref int at)
    {
        var column = at + 1;
        var end = statement.AsSpan(at + 1).IndexOfAny('"', '\n', '\r');
        if (end < 0 || statement[at + 1 + end] != '"')
        {
            return new(TokenKind.Invalid, column, "this text has no closing \" on its line; for text with quotes or lines write {\"…\"}.");
        }

        var raw = statement.Substring(at + 1, end);
        at += end + 2;
        return PercentText.Decode(raw) is { } text
            ? new(TokenKind.Text, column, text)
            : new(TokenKind.Invalid, column, "%00 cannot be part of a text.");
    }

    // Nothing is decoded in this form: it is the one for texts with quotes and percent signs.
    private static Token LongText(string statement, ref int at)
    {
        var column = at + 1;
        var start = at + 2;
        var end = statement.IndexOf("\"}", start, StringComparison.Ordinal);
        if (end < 0)
        {
            return new(TokenKind.Invalid, column, "this text has no closing \"}.");
        }

        at = end + 2;
        return new(TokenKind.Text, column, statement[start..end]);
    }
}
