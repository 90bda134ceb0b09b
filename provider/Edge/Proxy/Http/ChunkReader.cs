using System.Buffers.Text;

namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>Takes the chunked coding apart. Feed it what has arrived; it says how many bytes it used and which of them are data. Trailers that may be passed on are kept.</summary>
internal struct ChunkReader
{
    private const int MaxLine = 4096; // extensions count; nobody uses them
    private const int MaxTrailers = 64;

    private Part _part;
    private int _trailers;

    private enum Part
    {
        Size,
        Data,
        AfterData,
        Trailer,
        Done,
    }

    /// <summary>Bytes of data that the current chunk still has to bring.</summary>
    public long Left { get; private set; }

    public HeaderList? Trailers { get; private set; }

    public readonly bool IsDone => _part == Part.Done;

    public readonly bool IsInData => _part == Part.Data;

    /// <summary>Goes over everything that is not data. Returns how many bytes that was; stops where data begins, at the end, or for want of bytes.</summary>
    public int Skip(ReadOnlySpan<byte> bytes)
    {
        var used = 0;
        while (_part is not (Part.Data or Part.Done))
        {
            var rest = bytes[used..];
            var feed = rest.IndexOf((byte)'\n');
            if (feed < 0 || feed > MaxLine)
            {
                return rest.Length <= MaxLine ? used : throw new MalformedAnswerException("a line between chunks is too long");
            }

            if (feed == 0 || rest[feed - 1] != '\r')
            {
                throw new MalformedAnswerException("a line between chunks ends with a bare line feed");
            }

            Line(rest[..(feed - 1)]);
            used += feed + 1;
        }

        return used;
    }

    /// <summary>Counts data that was taken.</summary>
    public void Took(long bytes)
    {
        Left -= bytes;
        if (Left == 0)
        {
            _part = Part.AfterData;
        }
    }

    private void Line(ReadOnlySpan<byte> line)
    {
        switch (_part)
        {
            case Part.Size:
                Left = Size(line);
                _part = Left == 0 ? Part.Trailer : Part.Data;
                break;
            case Part.AfterData:
                _part = line.IsEmpty ? Part.Size : throw new MalformedAnswerException("a chunk is longer than it said");
                break;
            case Part.Trailer when line.IsEmpty:
                _part = Part.Done;
                break;
            case Part.Trailer when ++_trailers > MaxTrailers || line.ContainsAny(Tokens.ControlBytes):
                throw new MalformedAnswerException("the trailers are too many, or have a control character");
            case Part.Trailer:
                Keep(line);
                break;
        }
    }

    private void Keep(ReadOnlySpan<byte> line)
    {
        if (Http.Trailers.Read(line) is { } field)
        {
            Trailers ??= new HeaderList();
            Trailers.Add(field.Name, field.Value);
        }
    }

    private static long Size(ReadOnlySpan<byte> line)
    {
        var extension = line.IndexOf((byte)';');
        var digits = (extension < 0 ? line : line[..extension]).TrimEnd(" \t"u8); // some servers pad the size
        return digits.Length is > 0 and < 16
            && Utf8Parser.TryParse(digits, out long size, out var read, 'x') && read == digits.Length && size >= 0
            && !line.ContainsAny(Tokens.ControlBytes)
                ? size
                : throw new MalformedAnswerException("a chunk's size is not a hexadecimal number");
    }
}
