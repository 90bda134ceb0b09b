using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Google.Protobuf;

namespace EdgeInfra.Protocol.Transport;

/// <summary>Calls the services at one address over plain-text HTTP/2. Safe for concurrent use.</summary>
/// <remarks>There is no time limit on a call but its cancellation: resource operations may take hours.</remarks>
public sealed class RpcChannel : IDisposable
{
    private static readonly MediaTypeHeaderValue Grpc = new("application/grpc");

    private readonly HttpMessageInvoker _http;
    private readonly string _origin;

    /// <param name="address">Host and port, as in <c>127.0.0.1:12345</c>.</param>
    public RpcChannel(string address)
    {
        Address = address;
        _origin = "http://" + address;
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false, // A proxy configured for the user's web traffic must not see loopback calls.
            AllowAutoRedirect = false,
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = TimeSpan.FromSeconds(10), // Pulumi's budget for reaching a plugin.
            InitialHttp2StreamWindowSize = 1024 * 1024,
        });
    }

    public string Address { get; }

    /// <exception cref="RpcException">The peer answered so; Unavailable when it cannot be reached.</exception>
    public async Task<TResponse> Call<TRequest, TResponse>(
        RpcMethod<TRequest, TResponse> method, TRequest request, CancellationToken cancel = default)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, _origin + method.Path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(RpcFrame.Write(request)) { Headers = { ContentType = Grpc } },
            Headers = { TE = { new TransferCodingWithQualityHeaderValue("trailers") } },
        };
        try
        {
            using var response = await _http.SendAsync(message, cancel).ConfigureAwait(false);
            return await Read<TResponse>(response, cancel).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or SocketException)
        {
            throw new RpcException(RpcStatus.Unavailable, $"{method.Service}.{method.Name} at {Address}: {broken.GetBaseException().Message}");
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<T> Read<T>(HttpResponseMessage response, CancellationToken cancel)
        where T : IMessage<T>, new()
    {
        var content = await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);
        var failure = RpcTrailers.Failure(name => Field(response.TrailingHeaders, name) ?? Field(response.Headers, name));
        if (failure is not null)
        {
            throw failure;
        }

        using var body = new MemoryStream(content, writable: false);
        return await RpcFrame.Read<T>(body, cancel).ConfigureAwait(false);
    }

    private static string? Field(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.First() : null;
}
