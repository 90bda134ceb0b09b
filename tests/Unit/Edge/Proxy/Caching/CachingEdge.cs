using System.Collections.Concurrent;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Caching;

/// <summary>An edge with a cache on a clock of the test's, in front of an origin that answers as it is told and remembers what it was asked.</summary>
internal sealed class CachingEdge : IAsyncDisposable
{
    private readonly Origin _origin;
    private readonly ConcurrentQueue<OriginRequest> _asked = new();

    private CachingEdge(Func<OriginRequest, string> answer) => _origin = Origin.Answering(request =>
    {
        _asked.Enqueue(request);
        return answer(request);
    });

    public ManualTime Time { get; } = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));

    public EdgeUnderTest Edge { get; private set; } = null!; // set by Before

    public IReadOnlyList<OriginRequest> Asked => [.. _asked];

    public static Task<CachingEdge> Before(string answer, Func<ServiceVersion, ServiceVersion>? change = null, bool fastlyHeaders = false) =>
        Before(_ => answer, change, fastlyHeaders);

    public static async Task<CachingEdge> Before(
        Func<OriginRequest, string> answer, Func<ServiceVersion, ServiceVersion>? change = null, bool fastlyHeaders = false)
    {
        var edge = new CachingEdge(answer);
        var version = EdgeUnderTest.Version(EdgeUnderTest.At(edge._origin));
        edge.Edge = await EdgeUnderTest.Serving(
            change is null ? version : change(version), edge.Time, fastlyHeaders: fastlyHeaders, cacheSize: 64 * 1024 * 1024);
        return edge;
    }

    public Task<RawAnswer> Get(string path = "/", string headers = "") => Edge.Get(path, headers: headers);

    public Task<RawAnswer> Ask(string method, string path = "/", string headers = "") =>
        Edge.Ask($"{method} {path} HTTP/1.1\r\nHost: www.example.com\r\n{headers}\r\n");

    /// <summary>The origin answers no more.</summary>
    public ValueTask Break() => _origin.DisposeAsync();

    /// <summary>200 with a body of its own length.</summary>
    public static string Ok(string body, string headers = "") => $"HTTP/1.1 200 OK\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await Edge.DisposeAsync();
        await _origin.DisposeAsync();
    }
}
