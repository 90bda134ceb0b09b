using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EdgeInfra.Model.Vcl;

/// <summary>The functions <c>std.*</c> and <c>addr.*</c>.</summary>
internal static class StandardFunctions
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static Dictionary<string, Function> All { get; } = new()
    {
        // VCL changes the case of ASCII letters only.
        ["std.tolower"] = Make.Of(text => Cased(text, char.IsAsciiLetterUpper, char.ToLowerInvariant)),
        ["std.toupper"] = Make.Of(text => Cased(text, char.IsAsciiLetterLower, char.ToUpperInvariant)),
        ["std.strlen"] = Make.Number(text => Encoding.UTF8.GetByteCount(text)),
        ["std.strrev"] = Make.Of(text => new string([.. text.Reverse()])),
        ["std.strrep"] = new([VclType.String, VclType.Integer], 2, given =>
        {
            var (text, count) = (given.Text(0), given.Integer(1));
            return new TextCode(frame => Repeated(text(frame), count(frame)));
        }),
        ["std.strstr"] = Make.Of((text, part) => text.IndexOf(part, StringComparison.Ordinal) is >= 0 and var at ? text[at..] : null),
        ["std.replace"] = Make.Of((text, old, with) => ReplacedOnce(text, old, with)),
        ["std.replaceall"] = Make.Of((text, old, with) => old.Length == 0 ? text : text.Replace(old, with, StringComparison.Ordinal)),
        ["std.replace_prefix"] = Make.Of((text, old, with) =>
            old.Length > 0 && text.StartsWith(old, StringComparison.Ordinal) ? with + text[old.Length..] : text),
        ["std.replace_suffix"] = Make.Of((text, old, with) =>
            old.Length > 0 && text.EndsWith(old, StringComparison.Ordinal) ? text[..^old.Length] + with : text),
        ["std.prefixof"] = Make.Test((text, part) => text.StartsWith(part, StringComparison.Ordinal)),
        ["std.suffixof"] = Make.Test((text, part) => text.EndsWith(part, StringComparison.Ordinal)),
        ["std.basename"] = Make.Of(path => path.Length == 0 ? "." : Base(path)),
        ["std.dirname"] = Make.Of(Directory),
        ["std.atoi"] = Make.Number(text => Leading(text, 10)),
        ["std.strtol"] = new([VclType.String, VclType.Integer], 2, given =>
        {
            var (text, radix) = (given.Text(0), given.Integer(1));
            return Values.Integer(frame => Leading(text(frame), (int)Math.Clamp(radix(frame), 2, 36)));
        }),
        ["std.atof"] = new([VclType.String], 1, given =>
        {
            var text = given.Text(0);
            return Values.Float(frame => Real(text(frame)));
        }),
        ["std.itoa"] = new([VclType.Integer, VclType.Integer], 1, given =>
        {
            var (number, radix) = (given.Integer(0), given.Integer(1, 10));
            return new TextCode(frame => Written(number(frame), (int)Math.Clamp(radix(frame), 2, 36)));
        }),
        ["std.ip"] = new([VclType.String, VclType.Ip], 2, given =>
        {
            var (text, otherwise) = (given.Text(0), given.Ip(1));
            return Values.Ip(frame => IPAddress.TryParse(text(frame), out var address) ? address : otherwise(frame));
        }),
        ["std.ip2str"] = new([VclType.Ip], 1, given =>
        {
            var address = given.Ip(0);
            return new TextCode(frame => address(frame)?.ToString());
        }),
        ["addr.is_ipv4"] = Family(AddressFamily.InterNetwork),
        ["addr.is_ipv6"] = Family(AddressFamily.InterNetworkV6),
    };

    private static Function Family(AddressFamily family) => new([VclType.Ip], 1, given =>
    {
        var address = given.Ip(0);
        return Values.Bool(frame => address(frame)?.AddressFamily == family);
    });

    private static string Cased(string text, Func<char, bool> concerns, Func<char, char> change) => !text.Any(concerns) ? text
        : string.Create(text.Length, (text, concerns, change), static (target, from) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = from.concerns(from.text[i]) ? from.change(from.text[i]) : from.text[i];
            }
        });

    // Beyond what a header may hold, a text is of no use to anyone but an attacker.
    private static string Repeated(string text, long count) =>
        count <= 0 || text.Length == 0
            ? ""
            : new StringBuilder().Insert(0, text, (int)Math.Min(count, Math.Max(1, 65_536 / text.Length))).ToString();

    private static string ReplacedOnce(string text, string old, string with) =>
        old.Length > 0 && text.IndexOf(old, StringComparison.Ordinal) is >= 0 and var at
            ? text[..at] + with + text[(at + old.Length)..]
            : text;

    private static string Base(string path)
    {
        var trimmed = path.TrimEnd('/');
        return trimmed.Length == 0 ? "/" : trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }

    private static string Directory(string path)
    {
        var trimmed = path.TrimEnd('/');
        return trimmed.Length == 0 && path.Length > 0 ? "/" : trimmed.LastIndexOf('/') switch
        {
            < 0 => ".",
            0 => "/",
            var slash => trimmed[..slash].TrimEnd('/') is { Length: > 0 } folder ? folder : "/",
        };
    }

    // As C reads numbers: blanks, a sign, and digits up to the first character that is none; 0 where there are none.
    private static long Leading(string text, int radix)
    {
        var rest = text.AsSpan().TrimStart();
        var negative = rest is ['-', ..];
        rest = rest is ['-' or '+', ..] ? rest[1..] : rest;
        rest = radix == 16 && rest.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? rest[2..] : rest;
        Int128 value = 0;
        foreach (var character in rest)
        {
            var digit = Digits.IndexOf(char.ToLowerInvariant(character), StringComparison.Ordinal);
            if (digit < 0 || digit >= radix || value > long.MaxValue)
            {
                break;
            }

            value = (value * radix) + digit;
        }

        return (long)Int128.Clamp(negative ? -value : value, long.MinValue, long.MaxValue);
    }

    private static double Real(string text)
    {
        var rest = text.AsSpan().TrimStart();
        for (var length = Math.Min(rest.Length, 40); length > 0; length--)
        {
            if (double.TryParse(rest[..length], NumberStyles.Float & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value))
            {
                return value;
            }
        }

        return 0;
    }

    private static string Written(long number, int radix)
    {
        var written = new StringBuilder();
        var rest = (UInt128)Int128.Abs(number);
        do
        {
            written.Insert(0, Digits[(int)(rest % (UInt128)radix)]);
            rest /= (UInt128)radix;
        }
        while (rest > 0);

        return (number < 0 ? "-" : "") + written;
    }
}
