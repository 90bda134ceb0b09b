using System.Buffers;

namespace EdgeInfra.Model;

/// <summary>Whether a text has the form its field asks for.</summary>
internal static class TextRules
{
    private const string TokenMarks = "!#$%&'*+-.^_`|~";

    private static readonly SearchValues<char> Token = SearchValues.Create(
        TokenMarks + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>What is wrong with the text, and how it should be; null when nothing is.</summary>
    public static string? Refuse(TextFormat format, string text) => format switch
    {
        TextFormat.Free => null,
        TextFormat.PemCertificate => text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal)
            ? null : "it must be PEM text that holds a line -----BEGIN CERTIFICATE-----",
        _ when text.Any(char.IsControl) => "it must not hold line breaks or other control characters",
        TextFormat.Name => text is "." or ".."
            ? "a name cannot be . or .., because it is part of the address of its object"
            : null,
        TextFormat.Address => HostNames.RefuseAddress(text),
        TextFormat.HostHeader => HostNames.RefuseHostHeader(text),
        TextFormat.HostPattern => HostPattern.Refuse(text),
        TextFormat.Domain => HostNames.RefuseDomain(text),
        TextFormat.Path => RefusePath(text),
        TextFormat.Method => IsToken(text) ? null : "an HTTP method is one word such as GET",
        TextFormat.IpAddress => HostNames.IsIp(text) ? null : "it must be an IPv4 or IPv6 address",
        TextFormat.TableName => RefuseTableName(text),
        TextFormat.Status => IsStatus(text) ? null : "a status is a number such as 204, or a hundred of them such as 2xx",
        TextFormat.StatusRange => IsStatus(text) || IsRange(text) ? null : "it must be a status such as 404, a hundred of them such as 4xx, or a range such as 500-503",
        TextFormat.HeaderLines => RefuseHeaderLine(text),
        _ => null,
    };

    private static string? RefusePath(string text)
    {
        if (!text.StartsWith('/'))
        {
            return "a path begins with /";
        }

        return text.Any(c => c is ' ' or '#' or > '~')
            ? "a path holds no blanks, no # and only ASCII: percent-encode them"
            : null;
    }

    private static string? RefuseHeaderLine(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && IsToken(text[..colon]) ? null : "a header line has the form \"Name: value\"";
    }

    private static string? RefuseTableName(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ' ')
            ? null : "it must begin with a letter, and hold only letters, digits, underscores and blanks";

    private static bool IsStatus(string text) =>
        text.Length == 3 && text[0] is >= '1' and <= '5' && (text.EndsWith("xx", StringComparison.Ordinal) || text.All(char.IsAsciiDigit));

    private static bool IsRange(string text) =>
        text.Split('-') is [var first, var last] && IsStatus(first) && IsStatus(last) && string.CompareOrdinal(first, last) <= 0
        && !text.Contains('x', StringComparison.Ordinal);

    internal static bool IsToken(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Token);
}
