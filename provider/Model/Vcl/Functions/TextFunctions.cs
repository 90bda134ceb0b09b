using System.Text;
using System.Text.RegularExpressions;

namespace EdgeInfra.Model.Vcl;

/// <summary>Functions on texts that belong to no family: regsub, substr, urlencode, subfield.</summary>
internal static class TextFunctions
{
    public static Dictionary<string, Function> All { get; } = new()
    {
        ["regsub"] = Substitution(1),
        ["regsuball"] = Substitution(-1),
        ["substr"] = new([VclType.String, VclType.Integer, VclType.Integer], 2, given =>
        {
            var (text, offset, length) = (given.Text(0), given.Integer(1), given.Integer(2, long.MaxValue));
            return new TextCode(frame => Part(text(frame), offset(frame), length(frame)));
        }),
        ["urlencode"] = Make.Of(Uri.EscapeDataString),
        ["urldecode"] = Make.Of(Decoded),
        ["subfield"] = new([VclType.String, VclType.String, VclType.String], 2, given =>
        {
            var (header, name, separator) = (given.Text(0), given.Text(1), given.Text(2, ","));
            return new TextCode(frame => Subfield.Find(header(frame), name(frame), separator(frame) is [var sign, ..]
                ? sign
                : ','));
        }),
    };

    private static Function Substitution(int count) => new([VclType.String, VclType.Pattern, VclType.String], 3, given =>
    {
        var (text, pattern, with) = (given.Text(0), given.Pattern(1), given.Text(2));
        return new TextCode(frame => Substituted(text(frame), pattern, with(frame), count));
    });

    // What takes too long stays as it is.
    private static string Substituted(string text, TimedRegex pattern, string with, int count) =>
        pattern.Ask(text, (regex, text) => regex.Replace(text, match => Filled(with, match), count)) ?? text;

    // \0 to \9 stand for what the groups hold, \\ for a backslash.
    private static string Filled(string template, Match match)
    {
        if (!template.Contains('\\', StringComparison.Ordinal))
        {
            return template;
        }

        var filled = new StringBuilder();
        for (var at = 0; at < template.Length; at++)
        {
            var next = template[at] == '\\' && at + 1 < template.Length ? template[at + 1] : 'x';
            if (char.IsAsciiDigit(next))
            {
                filled.Append(match.Groups[next - '0'].Value);
            }
            else
            {
                filled.Append(template[at]);
            }

            at += char.IsAsciiDigit(next) || next == '\\' ? 1 : 0;
        }

        return filled.ToString();
    }

    // Negative offsets count from the end, negative lengths leave out as many at the end. Outside of the text is not set.
    private static string? Part(string text, long offset, long length)
    {
        var start = offset < 0 ? text.Length + offset : offset;
        if (start < 0 || start > text.Length)
        {
            return null;
        }

        var left = text.Length - start;
        var taken = length < 0 ? left + length : Math.Min(length, left);
        return taken < 0 ? null : text.Substring((int)start, (int)taken);
    }

    // A text ends at its first NUL, as everywhere in VCL.
    private static string Decoded(string text)
    {
        var decoded = Uri.UnescapeDataString(text);
        return decoded.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var end ? decoded[..end] : decoded;
    }
}
