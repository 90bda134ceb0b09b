using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeInfra.Plugin.Control;

/// <summary>Asks one Fastly-shaped control API. Every failure is a <see cref="ControlException"/> but cancellation.</summary>
internal sealed class ControlClient : IDisposable
{
    // Activations compile; anything that takes longer has hung.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly string _apiKey;

    public ControlClient(Uri endpoint, string apiKey, TimeProvider time)
    {
        (Endpoint, _apiKey, _time) = (endpoint, apiKey, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = !endpoint.IsLoopback,
            AllowAutoRedirect = false, // a redirect would carry the key elsewhere
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public Uri Endpoint { get; }

    /// <param name="doing">What is being done, as the start of a sentence: <c>creating backend "api"</c>.</param>
    /// <param name="path">Below the endpoint, without a leading slash, names percent-encoded.</param>
    /// <param name="patience">How long to wait for the answer, where it is not for as long as usual.</param>
    public Task<JsonElement> Send(
        string doing, HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>>? form, CancellationToken cancel,
        TimeSpan? patience = null) =>
        Send(doing, method, path, form is null ? null : new FormUrlEncodedContent(form), patience ?? Patience, cancel);

    public Task<JsonElement> Send(string doing, HttpMethod method, string path, JsonNode body, CancellationToken cancel) =>
        Send(doing, method, path, JsonContent.Create(body), Patience, cancel);

    private async Task<JsonElement> Send(
        string doing, HttpMethod method, string path, HttpContent? body, TimeSpan limit, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, $"{Endpoint.AbsoluteUri.TrimEnd('/')}/{path}");
        request.Headers.Add("Fastly-Key", _apiKey);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("edgeinfra", PluginVersion.Text));
        request.Content = body;
        using var impatience = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, impatience.Token);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(either.Token);
            return ControlAnswer.Read(doing, Endpoint, response, answer);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or SocketException)
        {
            // A peer that dies right after it accepted is told by HttpClient as a bare SocketException.
            throw new ControlException(Unreachable(doing, broken), null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new ControlException(
                $"{doing}: {Endpoint} gave no answer within {limit.TotalSeconds:0} s; see whether it is overloaded, and try again.", null);
        }
    }

    public void Dispose() => _http.Dispose();

    private string Unreachable(string doing, Exception broken)
    {
        var cause = (broken as SocketException ?? broken.InnerException) is SocketException socket ? Cause(socket) : broken.GetBaseException().Message;
        return $"endpoint: nothing answers at {Endpoint} ({cause}), so {doing} is not possible; "
            + "start the edge, or correct the provider's endpoint.";
    }

    private static string Cause(SocketException socket) => socket.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "connection refused",
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "no such host",
        _ => socket.Message,
    };
}
