using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// Cuts VCL text into pieces, leaving out blanks and comments. The last piece is End, or Invalid where the text cannot be
/// read on.
/// </summary>
internal sealed class PieceReader
{
    private static readonly string[] LongSigns = ["&&", "||", "==", "!=", "!~", "<=", ">="];

    private readonly string _text;
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private PieceReader(string text) => _text = text;

    private char Current => Ahead(0);

    public static List<Piece> Cut(string text)
    {
        var reader = new PieceReader(text);
        var pieces = new List<Piece>();
        do
        {
            pieces.Add(reader.SkipBlanks() ?? reader.Next());
        }
        while (pieces[^1].Kind is not (PieceKind.End or PieceKind.Invalid));

        return pieces;
    }

    private char Ahead(int count) => _at + count < _text.Length ? _text[_at + count] : '\0';

    private Piece? SkipBlanks()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(Current))
            {
                Step();
            }
            else if (Current == '#' || (Current == '/' && Ahead(1) == '/'))
            {
                SkipTo("\n", closingCounts: false);
            }
            else if (Current == '/' && Ahead(1) == '*')
            {
                var start = Here(PieceKind.Invalid, "this comment has no closing */.");
                if (!SkipTo("*/", closingCounts: true))
                {
                    return start;
                }
            }
            else
            {
                break;
            }
        }

        return null;
    }

    private Piece Next()
    {
        if (_at >= _text.Length)
        {
            return Here(PieceKind.End, "");
        }

        if (Current == '"')
        {
            return ShortText();
        }

        if (Current == '{' && LongTextMark() is { } mark)
        {
            return LongText(mark);
        }

        if (char.IsAsciiLetter(Current) || Current == '_')
        {
            return Word(PieceKind.Name, c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':');
        }

        if (char.IsAsciiDigit(Current))
        {
            return Word(PieceKind.Number, c => char.IsAsciiLetterOrDigit(c) || c is '.' or '%');
        }

        var sign = LongSigns.FirstOrDefault(sign => string.CompareOrdinal(_text, _at, sign, 0, sign.Length) == 0) ?? Current.ToString();
        return Taken(Here(PieceKind.Sign, sign), sign.Length);
    }

    private Piece Word(PieceKind kind, Func<char, bool> belongs)
    {
        var end = _at;
        while (end < _text.Length && belongs(_text[end]))
        {
            end++;
        }

        return Taken(Here(kind, _text[_at..end]), end - _at);
    }

    private Piece ShortText()
    {
        var end = _text.AsSpan(_at + 1).IndexOfAny('"', '\n');
        if (end < 0 || _text[_at + 1 + end] == '\n')
        {
            return Here(PieceKind.Invalid, "this text has no closing \" on its line; for text with quotes or lines write {\"…\"}.");
        }

        return PercentText.Decode(_text.Substring(_at + 1, end)) is { } content
            ? Taken(Here(PieceKind.Text, content), end + 2)
            : Here(PieceKind.Invalid, "%00 cannot be part of a text.");
    }

    // {" or {name", which ends at the same name.
    private string? LongTextMark()
    {
        var end = _at + 1;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] == '_'))
        {
            end++;
        }

        return end < _text.Length && _text[end] == '"' ? _text[(_at + 1)..end] : null;
    }

    private Piece LongText(string mark)
    {
        var start = _at + mark.Length + 2;
        var closing = $"\"{mark}}}";
        var end = _text.IndexOf(closing, start, StringComparison.Ordinal);
        return end < 0
            ? Here(PieceKind.Invalid, $"this text has no closing {closing}.")
            : Taken(Here(PieceKind.Text, _text[start..end]), end + closing.Length - _at);
    }

    private Piece Here(PieceKind kind, string text) => new(kind, text, _line, _at - _lineStart + 1);

    private Piece Taken(Piece piece, int length)
    {
        for (var i = 0; i < length; i++)
        {
            Step();
        }

        return piece;
    }

    private bool SkipTo(string end, bool closingCounts)
    {
        var found = _text.IndexOf(end, closingCounts ? _at + 2 : _at, StringComparison.Ordinal);
        var target = found < 0 ? _text.Length : found + (closingCounts ? end.Length : 0);
        while (_at < target)
        {
            Step();
        }

        return found >= 0;
    }

    private void Step()
    {
        if (_text[_at++] == '\n')
        {
            _line++;
            _lineStart = _at;
        }
    }
}
