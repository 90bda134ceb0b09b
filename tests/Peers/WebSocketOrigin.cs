using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Kit;

namespace Peers;

/// <summary>An origin with a page full of WebSockets, and the other ends of them.</summary>
internal sealed class WebSocketOrigin : IAsyncDisposable
{
    private readonly TaskCompletionSource<string> _results = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stayed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WebSocketOrigin() => Server = Origin.Scripted(Serve);

    public Origin Server { get; }

    /// <summary>What the page found, as JSON.</summary>
    public Task<string> Results => _results.Task;

    /// <summary>Completes when the socket that stays open is there, and when it has gone.</summary>
    public Task Stayed => _stayed.Task;

    public Task Left => _left.Task;

    /// <summary>The protocol in which the WebSockets came to the edge, by its Via.</summary>
    public string? Via { get; private set; }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task Serve(OriginCall call)
    {
        while (await call.TryRequest() is { } request)
        {
            var path = request.Head.Split(' ')[1];
            if (request["Sec-WebSocket-Key"] is { } key && path != "/refuses")
            {
                Via = request["Via"];
                await Open(call, key);
                await Play(call, path);
                return;
            }

            if (path == "/results")
            {
                _results.TrySetResult(request.Body);
            }

            var (status, body) = path == "/" ? (200, await File.ReadAllTextAsync(Repository.At("tests", "Peers", "browser", "websockets.html"))) : (403, "no");
            await call.Send($"HTTP/1.1 {status} So\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        }
    }

    private static Task Open(OriginCall call, string key)
    {
#pragma warning disable CA5350 // RFC 6455 has it so.
        var proof = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        return call.Send("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + $"Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Accept: {proof}\r\n\r\n");
    }

    private async Task Play(OriginCall call, string path)
    {
        switch (path)
        {
            case "/ping":
                await call.Send("\u0089\u0004ping");
                var pong = await call.Read(10); // two bytes, a mask of four, and what was sent
                var text = string.Concat(pong[6..].Select((masked, i) => (char)(masked ^ pong[2 + i])));
                await call.Send($"\u0081\u0006{pong[0] - 0x80:00}{text}");
                break;
            case "/vanishes":
                return;
            case "/closes":
                await call.Send("\u0088\u0006\u000f\u00a2done"); // 4002
                break;
            case "/stays":
                _stayed.TrySetResult();
                break;
            default:
                await Echo(call.Stream);
                return;
        }

        await call.Closed();
        if (path == "/stays")
        {
            _left.TrySetResult();
        }
    }

    private static async Task Echo(Stream stream)
    {
        using var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true, SubProtocol = "chat" });
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer, CancellationToken.None);
            if (got.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)(got.CloseStatus ?? WebSocketCloseStatus.NormalClosure), got.CloseStatusDescription, CancellationToken.None);
                return;
            }

            await socket.SendAsync(buffer.AsMemory(0, got.Count), got.MessageType, got.EndOfMessage, CancellationToken.None);
        }
    }
}
