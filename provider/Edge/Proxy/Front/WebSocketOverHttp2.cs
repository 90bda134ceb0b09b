using System.Security.Cryptography;
using EdgeInfra.Edge.Proxy.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace EdgeInfra.Edge.Proxy.Front;

/// <summary>A WebSocket in a stream of HTTP/2 (RFC 8441), which to the stages and the origin is a switch of protocol as HTTP/1.1 has it.</summary>
/// <remarks>Kestrel announces that this is understood, and browsers then ask for nothing else on a connection they already have.</remarks>
internal static class WebSocketOverHttp2
{
    private const string Protocol = "websocket";
    private const string Key = "Sec-WebSocket-Key", Proof = "Sec-WebSocket-Accept";

    /// <summary>Makes an extended CONNECT the GET it stands for; null for any other CONNECT.</summary>
    public static string? Ask(EdgeRequest request, IFeatureCollection features)
    {
        if (!IsAsked(features))
        {
            return null;
        }

        request.Method = "GET";
        request.Headers.Set(Key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));
        return Protocol;
    }

    public static bool IsAsked(IFeatureCollection features) =>
        features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true, Protocol: Protocol };

    /// <summary>Answers 200, and gives the stream's bytes. What proves in HTTP/1.1 that the key was understood has no place here.</summary>
    public static Task<Stream> Accept(IFeatureCollection features, IHttpResponseFeature head, HeaderList headers)
    {
        foreach (ref readonly var line in headers.Lines)
        {
            if (!HeaderList.Same(line.Name, Proof) && !HeaderList.Same(line.Name, "Upgrade"))
            {
                head.Headers.Append(line.Name, line.Value);
            }
        }

        // A WebSocket may be silent for as long as it likes; that is no slow body.
        features.GetRequiredFeature<IHttpMinRequestBodyDataRateFeature>().MinDataRate = null;
        return features.GetRequiredFeature<IHttpExtendedConnectFeature>().AcceptAsync().AsTask();
    }
}
