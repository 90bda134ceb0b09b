using System.Collections.Concurrent;
using EdgeInfra.Edge;
using EdgeInfra.Edge.Proxy;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Checks;
using EdgeInfra.Edge.Signing.Credentials;
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
        return Once.TryDequeue(out var once) ? once
            : Refusal(request) is { } refusal ? WithoutBody(method, Error(refusal.Status, refusal.Code, $"Date: {Now():R}\r\n"))
            : _objects.TryGetValue(path, out var body) ? Found(method, request, body) : WithoutBody(method, Denial);
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

    /// <summary>What signers say, where they are not the test's own.</summary>
    public ConcurrentQueue<string> SignersLog { get; } = [];

    /// <summary>What it says of objects that are not there.</summary>
    public string Denial { get; set; } = Error(404, "NoSuchKey");

    public PlayedBucket With(string path, string body)
    {
        _objects[path] = body;
        return this;
    }

    /// <summary>Whether it is private, and what it thinks of signatures.</summary>
    public ISignatureCheck? Check { get; init; }

    /// <summary>The time it has.</summary>
    public Func<DateTimeOffset> Now { get; set; } = static () => DateTimeOffset.UnixEpoch;

    public static string Error(int status, string code, string headers = "")
    {
        var document = $"<?xml version=\"1.0\"?>\n<Error><Code>{code}</Code><Message>m</Message><BucketName>secret-bucket</BucketName></Error>";
        return Document(status, document, "application/xml", headers);
    }

    public static string Document(int status, string body, string type, string headers = "") =>
        $"HTTP/1.1 {status} Said\r\n{Provider}{headers}Content-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    public Task<EdgeUnderTest> Edge(
        Func<OriginPolicy, OriginPolicy>? change = null, Func<Backend, Backend>? backend = null, TimeProvider? time = null, Action<EdgeRequest>? ended = null, OriginSigners? signers = null) =>
        EdgeUnderTest.Serving(Version(change?.Invoke(Policy) ?? Policy, backend), time, ended: ended, signers: signers ?? Signers(time));

    /// <summary>They have the machine's credentials, and log to <see cref="SignersLog"/>.</summary>
    public OriginSigners Signers(TimeProvider? time = null) => new(SigningPlatform.OfMachine(time ?? TimeProvider.System, SignersLog.Enqueue));

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

    private static string WithoutBody(string method, string answer) =>
        method == "HEAD" ? answer[..(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)] : answer;

    private SignatureRefusal? Refusal(OriginRequest request)
    {
        var headers = new HeaderList();
        foreach (var line in request.Head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..])
        {
            headers.Add(line.Split(':')[0], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        }

        var (method, path, query) = (request.Line.Split(' ')[0], request.Target.Split('?')[0], request.Target.Split('?', 2)[^1]);
        query = request.Target.Contains('?', StringComparison.Ordinal) ? query : "";
        var verdict = Check?.Check(new ReceivedRequest(method, path, query, request["Host"]!, headers), Now());
        return verdict == SignatureVerdict.Anonymous ? new SignatureRefusal(403, "AccessDenied", "") : verdict?.Refusal;
    }
}
