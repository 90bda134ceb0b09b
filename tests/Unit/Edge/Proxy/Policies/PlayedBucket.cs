using System.Collections.Concurrent;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Policies;

/// <summary>A bucket whose answers a test writes by path; what it was asked is kept, in order.</summary>
internal sealed class PlayedBucket : IAsyncDisposable
{
    private const string Provider = "x-amz-request-id: R1\r\nx-amz-id-2: abc\r\nServer: AmazonS3\r\n";

    private readonly ConcurrentQueue<OriginRequest> _asked = [];
    private readonly Dictionary<string, string> _objects = new(StringComparer.Ordinal);
    private readonly Origin _origin;

    public PlayedBucket() => _origin = Origin.Answering(request =>
    {
        _asked.Enqueue(request);
        var (method, path) = (request.Line.Split(' ')[0], request.Target.Split('?')[0]);
        return Once.TryDequeue(out var once) ? once : _objects.TryGetValue(path, out var body) ? Found(method, request, body) : Missing(method);
    });

    public static OriginPolicy Policy { get; } = new()
    {
        Store = "s3", DirectoryIndex = "index.html", DirectoryRedirect = true, Query = "drop", Methods = ["GET", "HEAD"],
        StripResponseHeaders = ["x-amz-*", "Server"], Missing = ["404", "403 AccessDenied"],
        ErrorPages = [new ErrorPage { Statuses = ["404"], Path = "/404.html" }],
    };

    public IReadOnlyList<OriginRequest> Asked => [.. _asked];

    /// <summary>Method and target of each request.</summary>
    public IReadOnlyList<string> Lines => [.. _asked.Select(request => request.Line.Replace(" HTTP/1.1", "", StringComparison.Ordinal))];

    /// <summary>Given first, whatever is asked.</summary>
    public ConcurrentQueue<string> Once { get; } = [];

    /// <summary>What it says of objects that are not there.</summary>
    public string Denial { get; set; } = Error(404, "NoSuchKey");

    public PlayedBucket With(string path, string body)
    {
        _objects[path] = body;
        return this;
    }

    public static string Error(int status, string code, string headers = "")
    {
        var document = $"<?xml version=\"1.0\"?>\n<Error><Code>{code}</Code><Message>m</Message><BucketName>secret-bucket</BucketName></Error>";
        return Document(status, document, "application/xml", headers);
    }

    public static string Document(int status, string body, string type, string headers = "") =>
        $"HTTP/1.1 {status} Said\r\n{Provider}{headers}Content-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    public Task<EdgeUnderTest> Edge(Func<OriginPolicy, OriginPolicy>? change = null, Func<Backend, Backend>? backend = null) =>
        EdgeUnderTest.Serving(Version(change?.Invoke(Policy) ?? Policy, backend));

    public ServiceVersion Version(OriginPolicy policy, Func<Backend, Backend>? change = null)
    {
        var backend = EdgeUnderTest.At(_origin, name: "site") with { Policy = policy, OverrideHost = "bucket.example.net" };
        return EdgeUnderTest.Version(change?.Invoke(backend) ?? backend);
    }

    public ValueTask DisposeAsync() => _origin.DisposeAsync();

    private static string Found(string method, OriginRequest request, string body)
    {
        var part = request["Range"] is { } range ? range[(range.IndexOf('=', StringComparison.Ordinal) + 1)..].Split('-') : null;
        var (first, last) = part is null ? (0, body.Length - 1) : (int.Parse(part[0], null), part[1].Length > 0 ? int.Parse(part[1], null) : body.Length - 1);
        var sent = method == "HEAD" ? "" : body[first..(last + 1)];
        return (part is null ? "HTTP/1.1 200 OK\r\n" : $"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes {first}-{last}/{body.Length}\r\n")
            + $"{Provider}ETag: \"e\"\r\nLast-Modified: Thu, 01 Jan 2026 00:00:00 GMT\r\nCache-Control: max-age=31536000\r\nContent-Type: text/html\r\n"
            + $"Content-Length: {last - first + 1}\r\n\r\n{sent}";
    }

    private string Missing(string method) =>
        method == "HEAD" ? Denial[..(Denial.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)] : Denial;
}
