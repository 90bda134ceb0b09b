using System.Net;
using System.Security.Cryptography;
using EdgeInfra.Edge.Control;

namespace EdgeInfra.Edge.Commands;

/// <summary>Asks the edge of this process what it answers for a URL. Only ever connects to that edge, whatever the URL's host is.</summary>
internal sealed class EdgeVisitor(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Limit };

    private IPEndPoint? _edge;

    public void Connect(IPEndPoint edge) => _edge = edge;

    public async Task<EdgeVisit> Visit(Uri url, CancellationToken cancel)
    {
        var edge = _edge ?? throw new HttpRequestException("it is not listening yet");
        using var request = new HttpRequestMessage(HttpMethod.Get, EndpointText.Url(edge).TrimEnd('/') + url.PathAndQuery);
        request.Headers.Host = url.IsDefaultPort ? url.Host : url.Authority;
        request.Headers.TryAddWithoutValidation("User-Agent", "Fastly/cache-check");
        request.Headers.TryAddWithoutValidation("Fastly-Debug", "1");
        var begun = time.GetTimestamp();
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            var body = await answer.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                var hash = await HashOf(body, cancel).ConfigureAwait(false);
                return new EdgeVisit(
                    (int)answer.StatusCode, [.. Joined(request.Headers)], [.. Joined(answer.Headers), .. Joined(answer.Content.Headers)], hash,
                    time.GetElapsedTime(begun));
            }
        }
        catch (IOException error)
        {
            throw new HttpRequestException(error.Message, error);
        }
        catch (TaskCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new HttpRequestException($"there was no answer within {Limit.TotalSeconds} seconds", error);
        }
    }

    public void Dispose() => _http.Dispose();

#pragma warning disable CA5351 // Fastly tells MD5 here; nothing is kept safe by it.
    private static async Task<string> HashOf(Stream body, CancellationToken cancel) =>
        Convert.ToHexStringLower(await MD5.HashDataAsync(body, cancel).ConfigureAwait(false));
#pragma warning restore CA5351

    private static IEnumerable<KeyValuePair<string, string>> Joined(System.Net.Http.Headers.HttpHeaders headers) =>
        headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)));
}
