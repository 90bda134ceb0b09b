using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>
/// Takes the chunked coding of a request apart. Feed it what has arrived; it says how many bytes are no data. An extension may be as long as it likes,
/// for nothing of it is kept; a size has at most eight digits.
/// </summary>
internal struct ChunkDecoder
{
    private const int MostDigits = 8;

    private Part _part;
    private int _digits;
    private int _lines;
    private int _bytes;
    private bool _sawReturn;

    private enum Part
    {
        Size,
        Extension,
        Data,
        AfterData,
        Trailer,
        Done,
    }

    /// <summary>Bytes of data the current chunk still has to bring.</summary>
    public long Left { get; private set; }

    /// <summary>The fields after the body that may be passed on.</summary>
    public HeaderList? Trailers { get; private set; }

    public readonly bool IsDone => _part == Part.Done;

    public readonly bool IsInData => _part == Part.Data;

    /// <summary>Goes over what is not data, and returns how many bytes that was.</summary>
    public int Skip(ReadOnlySpan<byte> bytes, ProxyLimits limits)
    {
        var used = 0;
        while (used < bytes.Length && _part is not (Part.Data or Part.Done))
        {
            if (_part == Part.Trailer)
            {
                var line = Line(bytes[used..], limits);
                if (line == 0)
                {
                    break;
                }

                used += line;
            }
            else
            {
                Step(bytes[used++]);
            }
        }

        return used;
    }

    /// <summary>Counts data that was taken.</summary>
    public void Took(long count)
    {
        Left -= count;
        _part = Left == 0 ? Part.AfterData : Part.Data;
    }

    private void Step(byte next)
    {
        if (_sawReturn)
        {
            EndLine(next);
        }
        else if (next == '\r' && (_part != Part.Size || _digits > 0))
        {
            _sawReturn = true;
        }
        else if (_part == Part.Size)
        {
            Digit(next);
        }
        else if (_part == Part.AfterData || next == '\n')
        {
            throw Malformed("a chunk or its line does not end where it should");
        }
    }

    private void EndLine(byte next)
    {
        if (next != '\n')
        {
            throw Malformed("a bare carriage return stands between chunks");
        }

        _sawReturn = false;
        _part = _part == Part.AfterData ? Part.Size : Left > 0 ? Part.Data : Part.Trailer;
        _digits = 0;
    }

    private void Digit(byte next)
    {
        if (next == ';' && _digits > 0)
        {
            _part = Part.Extension;
            return;
        }

        if (!char.IsAsciiHexDigit((char)next) || ++_digits > MostDigits)
        {
            throw Malformed("a chunk's size is not a hexadecimal number");
        }

        Left = (_digits == 1 ? 0 : Left << 4) | (uint)(next <= '9' ? next - '0' : (next | 0x20) - 'a' + 10);
        if (Left > int.MaxValue)
        {
            throw Malformed("a chunk is too large");
        }
    }

    private int Line(ReadOnlySpan<byte> bytes, ProxyLimits limits)
    {
        var feed = bytes.IndexOf((byte)'\n');
        if (_bytes + (feed < 0 ? bytes.Length : feed) > limits.Headers || _lines > limits.HeaderLines)
        {
            throw Malformed("the fields after the body are too many");
        }

        if (feed < 0)
        {
            return 0;
        }

        if (feed == 0 || bytes[feed - 1] != '\r')
        {
            throw Malformed("a line after the body ends with a bare line feed");
        }

        if (feed == 1)
        {
            _part = Part.Done;
        }
        else
        {
            Keep(bytes[..(feed - 1)]);
        }

        _bytes += feed + 1;
        _lines++;
        return feed + 1;
    }

    // What is no field is refused, what must not pass is dropped.
    private void Keep(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || line[..colon].ContainsAnyExcept(Tokens.NameBytes) || line.ContainsAny(Tokens.ControlBytes))
        {
            throw Malformed("a field after the body is malformed");
        }

        if (Http.Trailers.Read(line) is { } field)
        {
            Trailers ??= new HeaderList();
            Trailers.Add(field.Name, field.Value);
        }
    }

    private static ClientBodyException Malformed(string message) => new(EdgeError.MalformedRequest, message);
}
