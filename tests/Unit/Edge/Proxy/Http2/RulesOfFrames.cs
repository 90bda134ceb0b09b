using Kit;
using static Kit.Http2Bytes;
using static Kit.Http2Frame;
using static Unit.Edge.Proxy.Http2.ErrorCode;

namespace Unit.Edge.Proxy.Http2;

/// <summary>Rules about single frames: where they may stand and how long they are.</summary>
internal static class RulesOfFrames
{
    private static readonly byte[] Block = Http2Bytes.Block((":method", "GET"), (":scheme", "http"), (":path", "/"), (":authority", "www.example.com"));

    public static readonly BrokenRule[] All =
    [
        new("DATA belongs to a stream", Of(Http2Frame.Data, 0, 0, 1, 2), ProtocolError),
        new("DATA is not longer than announced", Of(Http2Frame.Data, 0, 0, new byte[16_385]), FrameSize),
        new("DATA is longer than its padding", [.. Post(1), .. Of(Http2Frame.Data, Padded, 1, 4, 1, 2, 3)], ProtocolError),
        new("padded DATA has a length of padding", [.. Post(1), .. Of(Http2Frame.Data, Padded, 1)], FrameSize),
        new("DATA comes after HEADERS", Of(Http2Frame.Data, 0, 1, 1), ProtocolError),
        new("HEADERS belong to a stream", Of(Headers, EndHeaders | EndStream, 0, Block), ProtocolError),
        new("HEADERS of a client have an odd stream", Of(Headers, EndHeaders | EndStream, 2, Block), ProtocolError),
        new("HEADERS are longer than their padding", Of(Headers, EndHeaders | EndStream | Padded, 1, 200, 0x82), ProtocolError),
        new("padded HEADERS have a length of padding", Of(Headers, EndHeaders | EndStream | Padded, 1), FrameSize),
        new("HEADERS with a priority have one", Of(Headers, EndHeaders | EndStream | WithPriority, 1, 0, 0, 0), FrameSize),
        new("HEADERS do not wait for themselves", Of(Headers, EndHeaders | EndStream | WithPriority, 1, [0, 0, 0, 1, 16, .. Block]), ProtocolError),
        new("PRIORITY belongs to a stream", Of(Priority, 0, 0, 0, 0, 0, 3, 16), ProtocolError),
        new("PRIORITY has five bytes", [.. Post(1), .. Of(Priority, 0, 1, 0, 0, 0, 3)], FrameSize),
        new("PRIORITY does not wait for itself", [.. Post(1), .. Of(Priority, 0, 1, 0, 0, 0, 1, 16)], ProtocolError),
        new("RST_STREAM belongs to a stream", Of(Reset, 0, 0, 0, 0, 0, 8), ProtocolError),
        new("RST_STREAM belongs to a stream that was opened", Cancel(1), ProtocolError),
        new("RST_STREAM has four bytes", [.. Post(1), .. Of(Reset, 0, 1, 0, 0, 8)], FrameSize),
        new("SETTINGS belong to no stream", Of(Settings, 0, 1), ProtocolError),
        new("SETTINGS have six bytes each", Of(Settings, 0, 0, 0, 1, 2), FrameSize),
        new("SETTINGS that acknowledge are empty", Of(Settings, Ack, 0, 0, 3, 0, 0, 0, 1), FrameSize),
        new("ENABLE_PUSH is 0 or 1", Setting(2, 2), ProtocolError),
        new("INITIAL_WINDOW_SIZE has 31 bits", Setting(4, 0x80000000), FlowControl),
        new("INITIAL_WINDOW_SIZE does not overflow what is open", [.. Post(1), .. Window(1, 1 << 30), .. Setting(4, 0x7fffffff)], FlowControl),
        new("MAX_FRAME_SIZE is 16384 at least", Setting(5, 16_383), ProtocolError),
        new("MAX_FRAME_SIZE has 24 bits", Setting(5, 1 << 24), ProtocolError),
        new("PUSH_PROMISE is not a client's", Of(Promise, EndHeaders, 1, 0, 0, 0, 2), ProtocolError),
        new("PING belongs to no stream", Of(Ping, 0, 1, new byte[8]), ProtocolError),
        new("PING has eight bytes", Of(Ping, 0, 0, new byte[7]), FrameSize),
        new("GOAWAY belongs to no stream", Of(GoAway, 0, 1, new byte[8]), ProtocolError),
        new("WINDOW_UPDATE has four bytes", Of(Http2Frame.Window, 0, 0, 0, 0, 1), FrameSize),
        new("WINDOW_UPDATE is more than nothing", Window(0, 0), ProtocolError),
        new("WINDOW_UPDATE of a stream is more than nothing", [.. Post(1), .. Window(1, 0)], ProtocolError),
        new("WINDOW_UPDATE belongs to a stream that was opened", Window(1, 1), ProtocolError),
        new("WINDOW_UPDATE leaves a window of 31 bits", Window(0, int.MaxValue), FlowControl),
        new("WINDOW_UPDATE leaves a stream's window of 31 bits", [.. Post(1), .. Window(1, int.MaxValue)], FlowControl, Stream: 1),
        new("CONTINUATION follows HEADERS", Of(Continuation, EndHeaders, 1, Block), ProtocolError),
        new("CONTINUATION follows HEADERS that are not complete", [.. Post(1), .. Of(Continuation, EndHeaders, 1, Block)], ProtocolError),
        new("CONTINUATION follows HEADERS of the same stream", [.. Of(Headers, EndStream, 1, Block), .. Of(Continuation, EndHeaders, 3)], ProtocolError),
        new("nothing stands between HEADERS and CONTINUATION", [.. Of(Headers, EndStream, 1, Block), .. Of(Ping, 0, 0, new byte[8])], ProtocolError),
    ];
}
