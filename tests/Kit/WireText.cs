using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kit;

/// <summary>
/// Bytes as people write them: \r \n \t \0 \\ and \xNN for what can't be seen, {5000 a} for what goes on and on, and {host}, {own} and {next}
/// for what is the same in every case.
/// </summary>
public static partial class WireText
{
    /// <summary>What the visitor asks next on the same connection.</summary>
    public const string Next = "GET /next HTTP/1.1\r\n" + Host + "Connection: close\r\n\r\n";

    private const string Host = "Host: www.example.com\r\n";

    private const string Own =
        "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Host: www.example.com\r\nX-Forwarded-Proto: http\r\nFastly-Client-IP: 127.0.0.1\r\n"
        + "Via: 1.1 edgeinfra\r\nCDN-Loop: edgeinfra\r\n";

    private const string SeenNext = "GET /next HTTP/1.1\r\n" + Host + Own + "\r\n";

    public static string Read(string text) => Marks().Replace(text, mark => mark switch
    {
        { Groups: [_, { Success: true, Value: var escape }, ..] } => Escaped(escape),
        { Groups: [_, _, { Success: true, Value: var count }, { Value: var repeated }, ..] } =>
            new StringBuilder().Insert(0, Read(repeated), int.Parse(count, CultureInfo.InvariantCulture)).ToString(),
        { Value: "{host}" } => Host,
        { Value: "{own}" } => Own,
        { Value: "{next}" } => SeenNext,
        _ => throw new FormatException($"{mark.Value} is no mark; write \\x7b for a brace."),
    });

    public static string Write(string bytes)
    {
        var text = new StringBuilder();
        foreach (var c in bytes.Replace(SeenNext, "\uE000", StringComparison.Ordinal)
            .Replace(Own, "\uE002", StringComparison.Ordinal).Replace(Host, "\uE001", StringComparison.Ordinal))
        {
            text.Append(c switch
            {
                '\uE000' => "{next}",
                '\uE001' => "{host}",
                '\uE002' => "{own}",
                '\r' => @"\r",
                '\n' => @"\n",
                '\t' => @"\t",
                '\0' => @"\0",
                '\\' => @"\\",
                '{' or '}' or < ' ' or > '~' => $@"\x{(int)c:x2}",
                _ => c.ToString(),
            });
        }

        return Runs().Replace(text.ToString(), run => $"{{{run.Length / run.Groups[1].Length} {run.Groups[1].Value}}}");
    }

    private static string Escaped(string escape) => escape[0] switch
    {
        'r' => "\r",
        'n' => "\n",
        't' => "\t",
        '0' => "\0",
        'x' => ((char)int.Parse(escape.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        _ => "\\",
    };

    [GeneratedRegex(@"\\(r|n|t|0|\\|x[0-9A-Fa-f]{2})|\{([0-9]+) ([^{}]+)\}|[{}\\][^{}]*\}?")]
    private static partial Regex Marks();

    [GeneratedRegex(@"((?:[^{}\\]|\\[rnt0\\]|\\x..){1,12}?)\1{49,}")]
    private static partial Regex Runs();
}
