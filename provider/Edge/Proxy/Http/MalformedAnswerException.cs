namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>What an origin sent is not an HTTP/1.1 answer that can mean only one thing.</summary>
internal sealed class MalformedAnswerException(string message) : Exception(message);
