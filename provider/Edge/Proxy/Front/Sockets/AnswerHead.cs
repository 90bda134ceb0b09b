using System.Buffers.Text;
using System.Text;
using EdgeInfra.Edge.Proxy.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>Writes the heads of answers.</summary>
internal static class AnswerHead
{
    private const int LineMore = 4; // a colon, a blank, a line end
    private const int Around = 160; // status line without reason, date, length, framing, connection
    private const int Chunk = 32; // more than a chunk's own lines

    public static void Write(AnswerOutput output, EdgeResponse response, AnswerFrame frame, ReadOnlySpan<byte> date)
    {
        var reason = response.Reason.Length > 0 ? response.Reason : ReasonPhrases.GetReasonPhrase(response.Status);
        var room = output.Room(Size(response.Headers) + reason.Length + date.Length + Around, More(response, frame));
        var at = Status(room, response.Status, reason);
        var hasDate = false;
        foreach (ref readonly var line in response.Headers.Lines)
        {
            if (!IsFrame(line.Name))
            {
                hasDate |= HeaderList.Same(line.Name, "Date");
                at += Line(room[at..], line);
            }
        }

        at += hasDate ? 0 : Put(room[at..], date);
        if (frame.Length is { } length)
        {
            at += Put(room[at..], "Content-Length: "u8);
            Utf8Formatter.TryFormat(length, room[at..], out var digits);
            at += digits;
            at += Put(room[at..], "\r\n"u8);
        }

        at += frame.IsChunked ? Put(room[at..], "Transfer-Encoding: chunked\r\n"u8) : 0;
        at += Put(room[at..], frame.Connection switch
        {
            ConnectionWord.Close => "Connection: close\r\n\r\n"u8,
            ConnectionWord.KeepAlive => "Connection: keep-alive\r\n\r\n"u8,
            ConnectionWord.Upgrade => "Connection: Upgrade\r\n\r\n"u8,
            _ => "\r\n"u8,
        });
        output.Wrote(at);
    }

    /// <summary>An interim answer.</summary>
    public static void WriteInterim(AnswerOutput output, ResponseHead head)
    {
        var room = output.Room(Size(head.Headers) + head.Reason.Length + Around);
        var at = Status(room, head.Status, head.Reason);
        foreach (var line in HopByHop.Passed(head.Headers))
        {
            at += Line(room[at..], line);
        }

        output.Wrote(at + Put(room[at..], "\r\n"u8));
    }

    public static void WriteLastChunk(AnswerOutput output, HeaderList? trailers)
    {
        var room = output.Room((trailers is null ? 0 : Size(trailers)) + Around);
        var at = Put(room, "0\r\n"u8);
        foreach (ref readonly var line in trailers is null ? default : trailers.Lines)
        {
            at += Line(room[at..], line);
        }

        output.Wrote(at + Put(room[at..], "\r\n"u8));
    }

    public static void Write(AnswerOutput output, ReadOnlySpan<byte> bytes) => output.Wrote(Put(output.Room(bytes.Length), bytes));

    // The front writes these itself, whatever a rule has made of them.
    private static bool IsFrame(string name) => name.Length switch
    {
        10 => HeaderList.Same(name, "Connection"),
        14 => HeaderList.Same(name, "Content-Length"),
        17 => HeaderList.Same(name, "Transfer-Encoding"),
        _ => false,
    };

    // A body that is about to follow goes into the same piece of memory.
    private static int More(EdgeResponse response, AnswerFrame frame) =>
        response.MayHaveBody ? (int)Math.Min(frame.Length ?? short.MaxValue, short.MaxValue) + Chunk : 0;

    private static int Size(HeaderList headers)
    {
        var size = 0;
        foreach (ref readonly var line in headers.Lines)
        {
            size += line.Name.Length + line.Value.Length + LineMore;
        }

        return size;
    }

    private static int Status(Span<byte> room, int status, string reason)
    {
        var at = Put(room, "HTTP/1.1 "u8);
        Utf8Formatter.TryFormat(status, room[at..], out var digits);
        at += digits;
        room[at++] = (byte)' ';
        at += Encoding.Latin1.GetBytes(Checked(reason), room[at..]);
        return at + Put(room[at..], "\r\n"u8);
    }

    private static int Line(Span<byte> room, HeaderLine line)
    {
        var at = Encoding.Latin1.GetBytes(Checked(line.Name), room);
        at += Put(room[at..], ": "u8);
        at += Encoding.Latin1.GetBytes(Checked(line.Value), room[at..]);
        return at + Put(room[at..], "\r\n"u8);
    }

    // The last look before the wire: nothing that rules have put together may end a line.
    private static string Checked(string text) => text.AsSpan().ContainsAny(Tokens.ControlCharacters)
        ? throw new InvalidOperationException("A line of an answer has a control character.")
        : text;

    private static int Put(Span<byte> room, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(room);
        return bytes.Length;
    }
}
