using EdgeInfra.Model;

namespace Peers;

/// <summary>Rules of each kind, each for one path.</summary>
internal static class RuleRows
{
    private static readonly List<Condition> Found = [];

    public static IReadOnlyList<Header> Headers { get; } =
    [
        On("/set", "request", "set", "http.X-A") with { Src = "\"a \" req.http.Host req.url" },
        On("/set-if-absent", "request", "set", "http.X-A") with { Src = "\"new\"", IgnoreIfSet = true },
        On("/unset", "request", "set", "http.X-A") with { Src = "req.http.X-Missing" },
        On("/append", "request", "append", "http.X-A") with { Src = "\"+new\"" },
        On("/delete", "request", "delete", "http.X-A"),
        On("/regex", "request", "regex", "http.X-A") with { Regex = "(o)l", Substitution = "<\\1>" },
        On("/regex-repeat", "request", "regex_repeat", "http.X-A") with { Regex = "(o)l", Substitution = "<\\1>" },
        On("/in-order", "request", "set", "http.X-A") with { Name = "second", Src = "req.http.X-A \"2\"", Priority = 20 },
        On("/in-order", "request", "set", "http.X-A") with { Name = "first", Src = "\"1\"", Priority = 3 },
        On("/captured/deep", "request", "set", "http.X-A", "req.url.path ~ \"^/captured/(.*)\"") with { Src = "re.group.1" },
        On("/cookie-field", "request", "set", "http.Cookie:b") with { Src = "\"new\"" },
        On("/url", "request", "set", "url") with { Src = "\"/moved?from=\" req.url" },
        On("/fetch", "fetch", "set", "http.X-A") with { Src = "bereq.http.X-A \" for the origin\"" },
        On("/fetch", "response", "set", "http.X-B") with { Name = "as asked", Src = "req.http.X-A" },
        On("/fetch-url", "fetch", "set", "url") with { Src = "\"/deep\" bereq.url" },
        On("/cache", "cache", "regex", "http.X-A") with { Regex = "from", Substitution = "by" },
        On("/cache", "cache", "set", "http.X-B") with { Name = "of both", Src = "beresp.http.X-A \" \" bereq.url" },
        On("/status", "cache", "set", "status") with { Src = "\"404\"" },
        On("/reason", "response", "set", "response") with { Src = "\"Very well\"" },
        On("/response", "response", "set", "http.X-B") with { Src = "resp.status \" \" resp.http.X-A" },
        On("/response-of-answer", "response", "set", "http.X-B") with { Src = "resp.status" },
        On("/two-cookies", "response", "append", "http.Set-Cookie") with { Src = "\"b=2\"" },
        On("/random", "request", "set", "backend") with { Src = "random" },
        On("/by-object", "request", "set", "backend", "req.url.path ~ \"^/by-object/\"") with { Src = "by object" },
        On("/by-client", "request", "set", "backend") with { Src = "by client" },
        On("/members", "request", "set", "backend") with { Src = "enough" },
        On("/quorum", "request", "set", "backend") with { Src = "quorum" },
        On("/backend", "request", "set", "backend") with { Src = "F_member" },
    ];

    public static IReadOnlyList<RequestSettings> Settings { get; } =
    [
        For("/xff-leave") with { Xff = "leave" },
        For("/xff-clear") with { Xff = "clear" },
        For("/xff-append") with { Xff = "append" },
        For("/xff-overwrite") with { Xff = "overwrite" },
        For("/default-host") with { DefaultHost = "bucket.example.net" },
        For("/pass") with { Action = "pass" },
        For("/tls") with { ForceSsl = true },
        For("/timer") with { TimerSupport = true },
    ];

    public static IReadOnlyList<ResponseObject> Answers { get; } =
    [
        Answer("/answer") with { RequestCondition = When("/answer") },
        Answer("/response-of-answer") with { RequestCondition = When("/response-of-answer") },
        new ResponseObject { Name = "bare", Status = 410, Response = "Gone for good", RequestCondition = When("/answer-without-text") },
        Answer("/answer-instead") with { CacheCondition = When("/answer-instead", "CACHE", "bereq.url == \"/answer-instead\" && beresp.status == 200") },
    ];

    public static IReadOnlyList<Director> Directors { get; } =
    [
        new() { Name = "random", Quorum = 0, Backends = ["member"] },
        new() { Name = "by object", Type = 3, Quorum = 0, Backends = ["member", "sick"] },
        new() { Name = "by client", Type = 4, Quorum = 0, Backends = ["member", "sick"] },
        new() { Name = "enough", Quorum = 10, Backends = ["member", "sick"] },
        new() { Name = "quorum", Quorum = 50, Backends = ["member", "sick"] },
    ];

    /// <summary>All that the others name.</summary>
    public static IReadOnlyList<Condition> Conditions { get; } =
        [.. Found.DistinctBy(condition => condition.Name), Never("member", 1), Never("sick", 2)];

    private static Condition Never(string backend, int priority) =>
        new() { Name = $"never {backend}", Type = "REQUEST", Statement = "req.url == \"/never\"", Priority = priority };

    private static Header On(string path, string type, string action, string target, string? statement = null) => new()
    {
        Name = $"{type} {action} {path}", Type = type, Action = action, Dst = target, RequestCondition = When(path, "REQUEST", statement),
    };

    private static RequestSettings For(string path) => new() { Name = path, RequestCondition = When(path) };

    private static ResponseObject Answer(string path) => new()
    {
        Name = path, Status = 451, Response = "Not here", ContentType = "text/plain", Content = "say \"sorry\"\r\n",
    };

    private static string When(string path, string type = "REQUEST", string? statement = null)
    {
        Found.Add(new() { Name = $"{type} {path}", Type = type, Statement = statement ?? $"req.url.path == \"{path}\"", Priority = 10 });
        return $"{type} {path}";
    }
}
