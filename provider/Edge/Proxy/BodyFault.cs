using EdgeInfra.Edge.Proxy.Front.Sockets;
using Microsoft.AspNetCore.Http;

namespace EdgeInfra.Edge.Proxy;

/// <summary>What a client did wrong when reading its body failed.</summary>
internal static class BodyFault
{
    /// <summary>null: the failure is not the client's.</summary>
    public static EdgeError? Of(Exception failure) => failure switch
    {
        ClientBodyException body => body.Error,
        BadHttpRequestException { StatusCode: 408 } => EdgeError.ClientTooSlow,
        BadHttpRequestException { StatusCode: 413 } => EdgeError.BodyTooLarge,
        IOException or OperationCanceledException or InvalidOperationException => EdgeError.MalformedRequest,
        _ => null,
    };
}
