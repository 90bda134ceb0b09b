using Kit;

namespace Unit.Edge.Proxy.Front;

/// <summary>An origin that answers with the head of the request it got.</summary>
internal static class Echo
{
    public static Origin Origin() => Kit.Origin.Answering(request => $"HTTP/1.1 200 OK\r\nContent-Length: {request.Head.Length}\r\n\r\n{request.Head}");
}
