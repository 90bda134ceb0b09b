namespace Unit.Edge.Proxy.Http2;

/// <summary>Errors of RFC 9113, 7.</summary>
internal static class ErrorCode
{
    public const int None = 0, ProtocolError = 1, Internal = 2, FlowControl = 3, StreamClosed = 5, FrameSize = 6, Cancel = 8, Compression = 9, Calm = 11;
}
