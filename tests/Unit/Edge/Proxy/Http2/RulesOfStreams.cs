using Kit;
using static Kit.Http2Bytes;
using static Kit.Http2Frame;
using static Unit.Edge.Proxy.Http2.ErrorCode;

namespace Unit.Edge.Proxy.Http2;

/// <summary>Rules about the life of a stream, and about the headers that open it.</summary>
internal static class RulesOfStreams
{
    private const byte Whole = EndHeaders | EndStream;
    private static readonly (string, string) Method = (":method", "GET"), Scheme = (":scheme", "http"), Path = (":path", "/"), Site = (":authority", "www.example.com");

    public static readonly BrokenRule[] All =
    [
        new("a stream is opened once", [.. Get(1), .. Get(1)], StreamClosed),
        new("a stream that was reset is not opened again", [.. Get(1), .. Cancel(1), .. Get(1)], StreamClosed),
        new("streams are opened in their order", [.. Get(5), .. Get(3)], StreamClosed),
        new("DATA ends with the stream", [.. Get(1), .. Data(1, "more")], StreamClosed),
        new("DATA ends with the last DATA", [.. Post(1), .. Data(1, "last", isLast: true), .. Data(1, "more")], StreamClosed),
        new("trailers end the stream", [.. Post(1), .. Request(1, EndHeaders, ("x-sum", "1"))], ProtocolError),
        new("trailers come once", [.. Post(1), .. Request(1, Whole, ("x-sum", "1")), .. Request(1, Whole, ("x-sum", "1"))], StreamClosed),
        new("trailers have no pseudo headers", [.. Post(1), .. Request(1, Whole, Path)], ProtocolError),
        new("a body is as long as announced, not shorter", [.. Post(1, ("content-length", "5")), .. Data(1, "four", isLast: true)], ProtocolError, Stream: 1),
        new("a body is as long as announced, not longer", [.. Post(1, ("content-length", "3")), .. Data(1, "four")], ProtocolError, Stream: 1),
        new("a body that was announced is there", Get(1, ("content-length", "3")), ProtocolError, Stream: 1),
        new("a request has a method", Request(1, Whole, Scheme, Path, Site), ProtocolError, Stream: 1),
        new("a request has a scheme", Request(1, Whole, Method, Path, Site), ProtocolError, Stream: 1),
        new("a request has a path", Request(1, Whole, Method, Scheme, Site), ProtocolError, Stream: 1),
        new("a path is not empty", Request(1, Whole, Method, Scheme, (":path", ""), Site), ProtocolError, Stream: 1),
        new("a method comes once", Request(1, Whole, Method, Method, Scheme, Path, Site), ProtocolError),
        new("a path comes once", Request(1, Whole, Method, Scheme, Path, Path, Site), ProtocolError),
        new("pseudo headers come first", Request(1, Whole, Method, Scheme, Path, ("x-a", "b"), Site), ProtocolError),
        new("pseudo headers are known", Request(1, Whole, Method, Scheme, Path, Site, (":colour", "blue")), ProtocolError),
        new("pseudo headers are a request's", Request(1, Whole, Method, Scheme, Path, Site, (":status", "200")), ProtocolError),
        new("names are in lower case", Get(1, ("X-Upper", "case")), ProtocolError),
        new("values have no line end", Get(1, ("x-a", "b\r\nx-c: d")), ProtocolError),
        new("values have no NUL", Get(1, ("x-a", "b\0c")), ProtocolError),
        new("a connection header is of HTTP/1", Get(1, ("connection", "x-a")), ProtocolError),
        new("headers are HPACK", Of(Headers, Whole, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), Compression),
        new("an index of HPACK is in the table", Of(Headers, Whole, 1, 0xff, 0x10), Compression),
        new("an index of HPACK is not 0", Of(Headers, Whole, 1, 0x80), Internal), // a compression error by the RFC; the connection ends all the same
        new("a Huffman code has no end of string", Of(Headers, Whole, 1, 0x00, 0x84, 0xff, 0xff, 0xff, 0xff, 0x00), Compression),
        new("a text of HPACK is as long as it says", Of(Headers, Whole, 1, 0x82, 0x86, 0x84, 0x41, 0x7e, 0x61), Compression),
        new("HPACK's table is not larger than allowed", Of(Headers, Whole, 1, 0x3f, 0xe2, 0x1f, 0x82, 0x86, 0x84), Compression),
        new("HPACK's table changes its size first", Of(Headers, Whole, 1, 0x82, 0x86, 0x84, 0x20), Compression),
    ];
}
