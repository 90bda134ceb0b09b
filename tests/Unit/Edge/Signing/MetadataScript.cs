using System.Net;

namespace Unit.Edge.Signing;

/// <summary>A metadata service played by a table: method and address to what is answered. What is asked for otherwise is not found.</summary>
internal sealed class MetadataScript : HttpMessageHandler
{
    private readonly Dictionary<string, Func<HttpRequestMessage, Task<HttpResponseMessage>>> _answers = [];

    public List<string> Asked { get; } = [];

    public HttpClient Client => new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public MetadataScript On(string what, Func<HttpRequestMessage, string?> answer)
    {
        _answers[what] = request => Task.FromResult(answer(request) is { } text
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text) }
            : new HttpResponseMessage(HttpStatusCode.Unauthorized));
        return this;
    }

    public MetadataScript On(string what, Task<string> answer)
    {
        _answers[what] = async _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(await answer) };
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var what = $"{request.Method} {request.RequestUri!.OriginalString.Split('?')[0]}";
        Asked.Add(what);
        return _answers.TryGetValue(what, out var answer)
            ? await answer(request).WaitAsync(cancellationToken)
            : new HttpResponseMessage(HttpStatusCode.NotFound);
    }

    public static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
