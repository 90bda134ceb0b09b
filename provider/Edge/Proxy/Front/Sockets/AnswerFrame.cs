namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>How an answer's end is told to the client.</summary>
internal readonly record struct AnswerFrame(long? Length, bool IsChunked, ConnectionWord Connection);
