using System.Text;

namespace EdgeInfra.Model.Vcl;

/// <summary>
/// Turns a pattern of PCRE, which VCL uses, into .NET's dialect. What means something else there is rewritten, what has no
/// counterpart is refused.
/// </summary>
internal sealed class PerlPattern
{
    private const string Digit = "0-9";
    private const string Word = "A-Za-z0-9_";
    private const string Blank = @"\t-\r ";

    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["alpha"] = "A-Za-z", ["digit"] = Digit, ["alnum"] = "A-Za-z0-9", ["upper"] = "A-Z", ["lower"] = "a-z", ["word"] = Word,
        ["space"] = Blank, ["blank"] = @"\t ", ["xdigit"] = "0-9A-Fa-f", ["punct"] = @"!-/:-@\[-`{-~", ["cntrl"] = @"\x00-\x1f\x7f",
        ["print"] = @"\x20-\x7e", ["graph"] = @"\x21-\x7e",
    };

    private readonly string _pattern;
    private readonly StringBuilder _written = new();
    private int _at;
    private string? _reason;

    private PerlPattern(string pattern) => _pattern = pattern;

    private ReadOnlySpan<char> Rest => _pattern.AsSpan(_at);

    /// <summary>The pattern for .NET, or null and why there is none.</summary>
    public static string? ToDotNet(string pattern, out string reason)
    {
        var translation = new PerlPattern(pattern);
        while (translation._reason is null && translation._at < pattern.Length)
        {
            translation.Step();
        }

        reason = translation._reason ?? "";
        return translation._reason is null ? translation._written.ToString() : null;
    }

    private void Step()
    {
        switch (Rest)
        {
            case ['\\', ..]:
                Escape(inClass: false);
                break;
            case ['[', ..]:
                Class();
                break;
            case ['(', '?', ..] or ['(', '*', ..]:
                Group();
                break;
            case ['*' or '+' or '?' or '}', '+', ..]:
                Refuse("possessive quantifiers such as a++ are not supported: write (?>a+).");
                break;
            default:
                Copy(1);
                break;
        }
    }

    private void Group()
    {
        var name = Rest.StartsWith("(?P<") ? 4 : Rest.StartsWith("(?<") && Rest is not [_, _, _, '=' or '!', ..] ? 3 : 0;
        if (name > 0 && Rest[name..].IndexOf('>') is > 0 and var end)
        {
            // .NET numbers named groups after all others, PCRE in their place: groups are only read by number here.
            _written.Append('(');
            _at += name + end + 1;
        }
        else if (Rest is ['(', '?', ':' or '=' or '!' or '>' or '#', ..] or ['(', '?', '<', '=' or '!', ..])
        {
            Copy(Rest[2] == '<' ? 4 : 3);
        }
        else if (Flags() is > 0 and var flags)
        {
            Copy(flags);
        }
        else
        {
            Refuse("recursion, verbs, conditional groups and other options than i, m, s and x are not supported.");
        }
    }

    // (?i) or (?i-s: and the like; 0 where it is none of them.
    private int Flags()
    {
        var length = Rest[1] != '?' ? 0 : Rest[2..].IndexOfAnyExcept("imsx-");
        return length > 0 && Rest[2 + length] is ')' or ':' ? length + 3 : 0;
    }

    private void Class()
    {
        var start = Rest.StartsWith("[^") ? 2 : 1;
        Copy(start);
        for (var first = true; _reason is null && _at < _pattern.Length; first = false)
        {
            switch (Rest)
            {
                case [']', ..] when !first:
                    Copy(1);
                    return;
                case [']', ..]:
                    Write(@"\]", 1);
                    break;
                case ['[', ':', ..] when Rest.IndexOf(":]") is > 0 and var end:
                    Named(Rest[2..end].ToString(), end + 2);
                    break;
                case ['[', ..]:
                    Write(@"\[", 1);
                    break;
                case ['\\', ..]:
                    Escape(inClass: true);
                    break;
                default:
                    Copy(1);
                    break;
            }
        }
    }

    private void Named(string name, int length)
    {
        if (Classes.TryGetValue(name, out var members))
        {
            Write(members, length);
        }
        else
        {
            Refuse($"there is no class [:{name}:]: write the range, such as [A-Za-z].");
        }
    }

    private void Escape(bool inClass)
    {
        var letter = Rest.Length > 1 ? Rest[1] : '\0';
        switch (letter)
        {
            case 'd' or 'w' or 's' or 'h':
                var members = letter switch { 'd' => Digit, 'w' => Word, 's' => Blank, _ => @"\t " };
                Write(inClass ? members : $"[{members}]", 2);
                break;
            case 'D' or 'W' or 'S' or 'H' when !inClass:
                Write($"[^{letter switch { 'D' => Digit, 'W' => Word, 'S' => Blank, _ => @"\t " }}]", 2);
                break;
            case 'x' when Rest.Length > 2 && Rest[2] == '{':
                WideCharacter();
                break;
            case 't' or 'n' or 'r' or 'f' or 'a' or 'e' or 'x' or 'b' or (>= '0' and <= '9'):
            case 'A' or 'B' or 'z' or 'Z' or 'G' when !inClass:
                Copy(2);
                break;
            case var other when other != '\0' && !char.IsAsciiLetter(other):
                Copy(2);
                break;
            default:
                Refuse(letter == '\0'
                    ? "a backslash at the end of a pattern denies nothing."
                    : $"\\{letter} is not supported here.");
                break;
        }
    }

    private void WideCharacter()
    {
        var end = Rest.IndexOf('}');
        if (end > 3 && ushort.TryParse(Rest[3..end], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code))
        {
            Write($"\\u{code:X4}", end + 1);
        }
        else
        {
            Refuse("\\x{…} takes up to four hexadecimal digits.");
        }
    }

    private void Copy(int length)
    {
        length = Math.Min(length, Rest.Length);
        _written.Append(Rest[..length]);
        _at += length;
    }

    private void Write(string text, int length)
    {
        _written.Append(text);
        _at += length;
    }

    private void Refuse(string reason) => _reason = reason;
}
