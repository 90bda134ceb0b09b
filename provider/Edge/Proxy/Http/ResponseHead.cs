using System.Text;

namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>
/// Status line and headers of an origin's answer, and what follows from them. Reading is strict: an answer two readers could
/// frame differently is refused, because one of them may be the next client on the same connection.
/// </summary>
internal sealed class ResponseHead
{
    public const int MaxBytes = 64 * 1024;
    private const int MaxLines = 128;

    private readonly string?[] _before = new string?[16];

    public int Status { get; private set; }

    public string Reason { get; private set; } = "";

    public HeaderList Headers { get; } = new();

    public Framing Framing { get; private set; }

    /// <summary>The announced length, also where no body follows (HEAD, 304).</summary>
    public long? Length { get; private set; }

    /// <summary>Whether the connection may serve another request afterwards.</summary>
    public bool KeepsAlive { get; private set; }

    /// <param name="head">Everything up to and with the empty line; every line ends with CR LF.</param>
    public void Read(ReadOnlySpan<byte> head, bool answersHeadRequest)
    {
        Headers.Clear();
        var end = head.IndexOf("\r\n"u8);
        var isHttp11 = ReadStatusLine(head[..end]);
        var rest = head[(end + 2)..];
        for (var lines = 0; (end = rest.IndexOf("\r\n"u8)) > 0; lines++)
        {
            if (lines == MaxLines)
            {
                throw new MalformedAnswerException($"the head has more than {MaxLines} lines");
            }

            ReadHeader(rest[..end]);
            rest = rest[(end + 2)..];
        }

        Settle(isHttp11, answersHeadRequest);
    }

    private bool ReadStatusLine(ReadOnlySpan<byte> line)
    {
        var isHttp11 = line.StartsWith("HTTP/1.1 "u8);
        if ((!isHttp11 && !line.StartsWith("HTTP/1.0 "u8))
            || line.Length < 12
            || line[9..12].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || line[9] is < (byte)'1' or > (byte)'5'
            || (line.Length > 12 && line[12] != ' ')
            || line.ContainsAny(Tokens.ControlBytes))
        {
            throw new MalformedAnswerException("the answer does not begin with a status line of HTTP/1");
        }

        Status = ((line[9] - '0') * 100) + ((line[10] - '0') * 10) + (line[11] - '0');
        Reason = line.Length <= 13 ? "" : line[13..].SequenceEqual("OK"u8) ? "OK" : Encoding.Latin1.GetString(line[13..]);
        return isHttp11;
    }

    private void ReadHeader(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || line[..colon].ContainsAnyExcept(Tokens.NameBytes))
        {
            throw new MalformedAnswerException("a header line has no name, or one with a character names do not have");
        }

        var value = line[(colon + 1)..].Trim(" \t"u8);
        if (value.ContainsAny(Tokens.ControlBytes))
        {
            throw new MalformedAnswerException("a header value has a control character");
        }

        Headers.Add(KnownNames.Read(line[..colon]), TextOf(value, Headers.Lines.Length));
    }

    // Origins say much the same in every answer: a value that the one before had in the same line is the same text.
    private string TextOf(ReadOnlySpan<byte> value, int line)
    {
        if (line >= _before.Length)
        {
            return Encoding.Latin1.GetString(value);
        }

        ref var before = ref _before[line];
        return before is not null && Ascii.Equals(value, before) ? before : before = Encoding.Latin1.GetString(value);
    }

    private void Settle(bool isHttp11, bool answersHeadRequest)
    {
        string? coding = null;
        var (closes, keeps) = (false, false);
        Length = null;
        foreach (ref readonly var line in Headers.Lines)
        {
            if (HeaderList.Same(line.Name, "Content-Length"))
            {
                Length = LengthOf(line.Value, Length);
            }
            else if (HeaderList.Same(line.Name, "Transfer-Encoding"))
            {
                coding = coding is null ? line.Value : throw new MalformedAnswerException("there are two Transfer-Encoding headers");
            }
            else if (HeaderList.Same(line.Name, "Connection"))
            {
                closes |= Tokens.Contains(line.Value, "close");
                keeps |= Tokens.Contains(line.Value, "keep-alive");
            }
        }

        if (coding is not null && (Length is not null || !isHttp11 || !coding.Equals("chunked", StringComparison.OrdinalIgnoreCase)))
        {
            throw new MalformedAnswerException("Transfer-Encoding is there beside Content-Length, in HTTP/1.0, or is not just chunked");
        }

        Framing =
            answersHeadRequest || Status is < 200 or 204 or 304 ? Framing.None
            : coding is not null ? Framing.Chunked
            : Length is null ? Framing.UntilClose
            : Framing.Length;
        KeepsAlive = !closes && (isHttp11 || keeps) && Framing != Framing.UntilClose;
    }

    private static long LengthOf(string text, long? before)
    {
        if (text.Length is 0 or > 18 || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            throw new MalformedAnswerException("Content-Length is not a number");
        }

        var length = long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return before is null || before == length ? length : throw new MalformedAnswerException("two Content-Length headers differ");
    }
}
