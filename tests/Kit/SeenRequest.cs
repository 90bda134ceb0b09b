using System.Globalization;
using System.Text.RegularExpressions;

namespace Kit;

/// <summary>
/// A request read as strictly as the grammar allows (RFC 9112): nothing in it can mean something else to another reader. Of a chunked body the
/// pieces don't count, so they are put together. Anything else has a <see cref="Fault"/>.
/// </summary>
public sealed partial record SeenRequest(string Head, string Body = "", bool IsChunked = false, string? Fault = null, string Trailers = "")
{
    public const string Cut = "cut";

    public string Method => Head.Split(' ')[0];

    public string Target => Head.Split(' ')[1];

    /// <summary>The next request of a connection; null when it ends between two of them.</summary>
    public static async Task<SeenRequest?> Next(OriginCall call)
    {
        if (await call.ReadUntil("\r\n\r\n") is not { } head)
        {
            var rest = await call.Closed();
            return rest.Length == 0 ? null : new SeenRequest(rest, Fault: "no head");
        }

        if (!Request().IsMatch(head))
        {
            return new SeenRequest(head, Fault: "not a request");
        }

        var lengths = Values(head, "content-length");
        var codings = Values(head, "transfer-encoding");
        return (Values(head, "host").Count, lengths.Count, codings.Count) switch
        {
            (1, 0, 0) => new SeenRequest(head),
            (1, 1, 0) when lengths[0].All(char.IsAsciiDigit) => await Sized(call, head, (int)Math.Min(int.MaxValue, decimal.Parse(lengths[0], CultureInfo.InvariantCulture))),
            (1, 0, 1) when codings[0] == "chunked" => await Chunks(call, head),
            _ => new SeenRequest(head, Fault: "not one host and one framing"),
        };
    }

    /// <summary>As it is kept in a file of cases.</summary>
    public override string ToString() =>
        WireText.Write(Head) + (IsChunked && Fault is null ? "{chunked " + WireText.Write(Body) + "}" + WireText.Write(Trailers) : WireText.Write(Body)) + (Fault is null ? "" : $"{{{Fault}}}");

    private static List<string> Values(string head, string name) =>
        [.. Header().Matches(head).Where(line => line.Groups[1].Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(line => line.Groups[2].Value)];

    // Of what broke off in the middle nobody knows how much had come.
    private static async Task<SeenRequest> Sized(OriginCall call, string head, int length)
    {
        var body = await call.Read(length);
        return body.Length == length ? new SeenRequest(head, body) : new SeenRequest(head, Fault: Cut);
    }

    private static async Task<SeenRequest> Chunks(OriginCall call, string head)
    {
        var body = "";
        while (await call.ReadUntil("\r\n") is { } line)
        {
            if (!Size().IsMatch(line))
            {
                return new SeenRequest(head, line, Fault: "not a chunk");
            }

            var size = int.Parse(line[..^2], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                return await End(call, head, body);
            }

            var chunk = await call.Read(size + 2);
            if (chunk.Length < size + 2)
            {
                break;
            }

            if (!chunk.EndsWith("\r\n", StringComparison.Ordinal))
            {
                return new SeenRequest(head, chunk, Fault: "not the end of a chunk");
            }

            body += chunk[..size];
        }

        return new SeenRequest(head, Fault: Cut);
    }

    private static async Task<SeenRequest> End(OriginCall call, string head, string body)
    {
        var trailers = "";
        while (await call.ReadUntil("\r\n") is { } line)
        {
            if (line == "\r\n")
            {
                return new SeenRequest(head, body, IsChunked: true, Trailers: trailers);
            }

            if (!Trailer().IsMatch(line))
            {
                return new SeenRequest(head, line, Fault: "not a trailer");
            }

            trailers += line;
        }

        return new SeenRequest(head, Fault: Cut);
    }

    [GeneratedRegex(@"\A[!#$%&'*+\-.^_`|~0-9A-Za-z]+: ?([\x21-\x7e\x80-\xff]([\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?\r\n\z")]
    private static partial Regex Trailer();

    [GeneratedRegex(@"\A[!#$%&'*+\-.^_`|~0-9A-Za-z]+ (/[\x21-\x7e]*|\*) HTTP/1\.1\r\n([!#$%&'*+\-.^_`|~0-9A-Za-z]+: ?([\x21-\x7e\x80-\xff]([\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?\r\n)*\r\n\z")]
    private static partial Regex Request();

    [GeneratedRegex(@"(?<=\n)([^:\r\n]+):[ \t]*([^\r\n]*?)[ \t]*\r\n")]
    private static partial Regex Header();

    [GeneratedRegex(@"\A[0-9A-Fa-f]{1,7}\r\n\z")]
    private static partial Regex Size();
}
