using System.Globalization;
using Kit;

namespace Unit.Edge.Proxy.Malformed;

/// <summary>What a visitor got over a whole connection, in one line: each answer's status, its body unless it is a page of the edge, headers beginning with X-.</summary>
internal static class Visitor
{
    /// <param name="bytes">All that came until the connection ended.</param>
    /// <param name="toHead">Whether the first request was a HEAD.</param>
    public static string Answers(string bytes, bool toHead)
    {
        var answers = new List<string>();
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0 || !bytes.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                answers.Add(WireText.Write(bytes)); // what else it says, such as a frame of HTTP/2
                break;
            }

            var head = new RawAnswer(bytes[..(end + 4)], "", false);
            var (answer, used) = Body(head, bytes[(end + 4)..], none: head.Status is < 200 or 204 or 304 || toHead);
            toHead &= head.Status < 200;
            answers.Add(Shown(answer));
            bytes = bytes[(end + 4 + used)..];
        }

        return answers.Count == 0 ? "nothing" : string.Join(" | ", answers);
    }

    private static (RawAnswer Answer, int Used) Body(RawAnswer head, string rest, bool none) =>
        none ? (head with { IsWhole = true }, 0)
        : head["Content-Length"] is { } length ? Sized(head, rest, int.Parse(length, CultureInfo.InvariantCulture))
        : head["Transfer-Encoding"] is not null ? Chunks(head, rest)
        : (head with { Body = rest, IsWhole = true }, rest.Length);

    private static (RawAnswer Answer, int Used) Sized(RawAnswer head, string rest, int length)
    {
        var came = Math.Min(length, rest.Length);
        return (head with { Body = rest[..came], IsWhole = came == length }, came);
    }

    private static (RawAnswer Answer, int Used) Chunks(RawAnswer head, string rest)
    {
        var (body, at) = ("", 0);
        while (rest.IndexOf("\r\n", at, StringComparison.Ordinal) is >= 0 and var end)
        {
            var size = int.Parse(rest.AsSpan(at, end - at), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (rest.Length < end + 4 + size)
            {
                return (head with { Body = body + rest[(end + 2)..] }, rest.Length);
            }

            body += rest.Substring(end + 2, size);
            at = end + 4 + size;
            if (size == 0)
            {
                return (head with { Body = body, IsWhole = true }, at);
            }
        }

        return (head with { Body = body }, rest.Length);
    }

    private static string Shown(RawAnswer answer)
    {
        var body = answer["Cache-Control"] == "no-store" ? "" : answer.Body; // pages of the edge may not be stored
        var headers = answer.Head.Split("\r\n").Where(line => line.StartsWith("X-", StringComparison.OrdinalIgnoreCase)).Select(line => $"[{line}]");
        var parts = (string[])[answer.Line["HTTP/1.1 ".Length..].Trim(), .. headers, body, answer.IsWhole ? "" : "(cut)"];
        return WireText.Write(string.Join(' ', parts.Where(part => part.Length > 0)));
    }
}
