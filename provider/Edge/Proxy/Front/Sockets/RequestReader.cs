using System.Text;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>
/// Reads the heads of a connection's requests, line by line as they come. Strict where two readers could differ; the first thing wrong decides
/// what the client is told.
/// </summary>
internal sealed class RequestReader(ProxyLimits limits)
{
    private readonly FieldMemory _memory = new();
    private readonly RequestFields _fields = new();
    private bool _isFirst = true;
    private bool _hasLine;
    private int _lines;
    private int _bytes;
    private string _target = "";

    /// <summary>What the headers say of the connection and the body.</summary>
    public RequestFields Fields => _fields;

    /// <summary>Whether something of a request has come.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Reads on. null, and the head is not whole: more is needed.</summary>
    public Refusal? Read(ClientInput input, EdgeRequest request, out bool isWhole)
    {
        isWhole = false;
        return !_hasLine && ReadLine(input, request) is { } refusal ? refusal
            : _hasLine ? ReadHeaders(input, request, out isWhole)
            : null;
    }

    /// <summary>Makes ready for the next request.</summary>
    public void Begin()
    {
        (_hasLine, _lines, _bytes, HasBegun) = (false, 0, 0, false);
        _fields.Clear();
    }

    private Refusal? ReadLine(ClientInput input, EdgeRequest request)
    {
        var bytes = SkipEmptyLines(input);
        if (bytes.IsEmpty)
        {
            return null;
        }

        HasBegun = true;
        var feed = bytes[..Math.Min(bytes.Length, limits.RequestLine)].IndexOf((byte)'\n');
        if (feed < 0)
        {
            return bytes.Length < limits.RequestLine ? null : Refusal.LineTooLong;
        }

        if (feed == 0 || bytes[feed - 1] != '\r')
        {
            return Refusal.Malformed;
        }

        var line = RequestLine.Read(bytes[..(feed - 1)], _isFirst);
        (_isFirst, _hasLine) = (false, true);
        if (line.Refusal is null)
        {
            Fill(request, line);
            input.Consume(feed + 1);
        }

        return line.Refusal;
    }

    private static ReadOnlySpan<byte> SkipEmptyLines(ClientInput input)
    {
        ReadOnlySpan<byte> bytes = input.Unread;
        var begin = bytes.IndexOfAnyExcept((byte)'\r', (byte)'\n');
        input.Consume(begin < 0 ? bytes.Length : begin);
        return begin < 0 ? default : bytes[begin..];
    }

    private void Fill(EdgeRequest request, in RequestLine line)
    {
        request.Method = MethodOf(line.Method);
        request.Protocol = line.IsHttp11 ? "HTTP/1.1" : "HTTP/1.0";
        _target = Ascii.Equals(line.Target, _target) ? _target : Encoding.Latin1.GetString(line.Target);
        _fields.Begin(line.IsHttp11, line.Form, _target);
    }

    private Refusal? ReadHeaders(ClientInput input, EdgeRequest request, out bool isWhole)
    {
        isWhole = false;
        while (true)
        {
            ReadOnlySpan<byte> bytes = input.Unread;
            var most = limits.Headers + 2 - _bytes; // the empty line is not counted
            var feed = bytes[..Math.Min(bytes.Length, most)].IndexOf((byte)'\n');
            if (feed < 0)
            {
                return bytes.Length > most ? Refusal.HeadersTooLarge : null;
            }

            if (feed == 0 || bytes[feed - 1] != '\r')
            {
                return Refusal.Malformed;
            }

            if (feed == 1)
            {
                input.Consume(2);
                isWhole = true;
                return _fields.Settle(request);
            }

            if (ReadHeader(bytes[..(feed - 1)], request) is { } refusal)
            {
                return refusal;
            }

            _bytes += feed + 1;
            input.Consume(feed + 1);
        }
    }

    private Refusal? ReadHeader(ReadOnlySpan<byte> line, EdgeRequest request)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || line[..colon].ContainsAnyExcept(Tokens.NameBytes))
        {
            return Refusal.Malformed;
        }

        var value = line[(colon + 1)..].Trim(" \t"u8);
        if (value.ContainsAny(Tokens.ControlBytes))
        {
            return Refusal.Malformed;
        }

        if (_lines == limits.HeaderLines)
        {
            return Refusal.HeadersTooLarge;
        }

        var field = _memory.Read(line[..colon], value, _lines++);
        request.Headers.Add(field.Name, field.Value);
        return _fields.See(field);
    }

    private static string MethodOf(ReadOnlySpan<byte> method) =>
        method.SequenceEqual("GET"u8) ? "GET"
        : method.SequenceEqual("POST"u8) ? "POST"
        : method.SequenceEqual("HEAD"u8) ? "HEAD"
        : method.SequenceEqual("PUT"u8) ? "PUT"
        : method.SequenceEqual("DELETE"u8) ? "DELETE"
        : method.SequenceEqual("OPTIONS"u8) ? "OPTIONS"
        : Encoding.Latin1.GetString(method);
}
