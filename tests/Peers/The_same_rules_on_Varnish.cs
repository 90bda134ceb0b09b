using System.Net;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Peers;

/// <summary>
/// Header rules, request settings, answers and directors on our runtime and, in their Varnish form, on a real Varnish. Each request has a path
/// that one rule is for. Where the two differ, the row names the problem that tells of it when the text is made.
/// </summary>
public sealed class The_same_rules_on_Varnish : IAsyncLifetime
{
    private const string Alike = "";

    private readonly List<Origin> _origins = [];
    private SideBySide _both = null!;

    public static TheoryData<string, string, string> Requests => new()
    {
        { "/set", "", Alike },
        { "/set", "X-A: old\r\n", Alike },
        { "/set-if-absent", "", Alike },
        { "/set-if-absent", "X-A: old\r\n", Alike },
        { "/unset", "X-A: old\r\n", Alike }, // a value that is not set removes the header
        { "/append", "", Alike },
        { "/append", "X-A: old\r\n", Alike },
        { "/delete", "X-A: old\r\n", Alike },
        { "/regex", "X-A: old-old\r\n", Alike },
        { "/regex-repeat", "X-A: old-old\r\n", Alike },
        { "/in-order", "", Alike },
        { "/captured/deep", "", "EDGE209" }, // Varnish keeps no groups of a match
        { "/cookie-field", "Cookie: a=1; b=2\r\n", "EDGE209" }, // nor knows fields within a header
        { "/url", "", Alike },
        { "/fetch", "X-A: client\r\n", Alike }, // only the origin's copy changes
        { "/fetch-url", "", Alike },
        { "/cache", "", Alike },
        { "/status", "", Alike },
        { "/reason", "", Alike },
        { "/response", "", Alike },
        { "/response-of-answer", "", Alike },
        { "/two-cookies", "", "EDGE209" }, // a second header of one name is beyond Varnish's VCL
        { "/plain", "X-Forwarded-For: 192.0.2.1\r\n", Alike },
        { "/plain", "", Alike },
        { "/xff-leave", "X-Forwarded-For: 192.0.2.1\r\n", Alike },
        { "/xff-leave", "", Alike },
        { "/xff-clear", "X-Forwarded-For: 192.0.2.1\r\n", Alike },
        { "/xff-append", "X-Forwarded-For: 192.0.2.1, 192.0.2.2\r\n", Alike },
        { "/xff-overwrite", "X-Forwarded-For: 192.0.2.1\r\n", Alike },
        { "/default-host", "", Alike },
        { "/pass", "", Alike },
        { "/tls", "", Alike },
        { "/tls?a=b%20c", "", Alike },
        { "/tls", "X-Forwarded-Proto: https\r\n", "EDGE210" }, // which a Varnish behind a TLS terminator has to believe, and we don't
        { "/timer", "", "EDGE210" },
        { "/answer", "", Alike },
        { "/answer-without-text", "", Alike },
        { "/answer-instead", "", Alike },
        { "/origin-404", "", Alike },
        { "/random", "", Alike },
        { "/by-object/1", "", Alike },
        { "/by-client", "", Alike },
        { "/members", "", Alike },
        { "/quorum", "", "EDGE208" }, // a healthy member is enough for Varnish
        { "/backend", "", Alike },
    };

    public async Task InitializeAsync() => _both = await SideBySide.Serve(Version(), VersionContents.Empty);

    public async Task DisposeAsync()
    {
        await _both.DisposeAsync();
        foreach (var origin in _origins)
        {
            await origin.DisposeAsync();
        }
    }

    [Fact]
    public async Task Do_the_same_or_the_difference_was_told()
    {
        var (told, wrong) = (_both.Vcl.Problems.Select(problem => problem.Code).ToHashSet(), new List<string>());
        foreach (var row in Requests)
        {
            var (path, headers, differs) = ((string)row[0], (string)row[1], (string)row[2]);
            var (ours, theirs) = (await Ask(_both.Runtime, path, headers), await Ask(_both.Varnish, path, headers));
            if (ours == theirs != (differs == Alike) || (differs != Alike && !told.Contains(differs)))
            {
                wrong.Add($"{path} {headers.Trim()} ({(differs == Alike ? "alike" : differs)})\n  ours     {ours}\n  Varnish  {theirs}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<string> Ask(IPEndPoint server, string path, string headers)
    {
        using var client = await RawClient.Connect(server);
        await client.Send($"GET {path} HTTP/1.1\r\nHost: www.example.com\r\n{headers}Connection: close\r\n\r\n");
        var answer = await client.Answer();
        string[] shown = ["X-A", "X-B", "Set-Cookie", "Location", "Content-Type"];
        var body = answer.Status is 503 ? "" : answer.Body; // the pages of errors are each program's own
        return string.Join(" ", [answer.Line, .. shown.Select(name => answer[name] is { } value ? $"[{name}: {value}]" : "").Where(text => text.Length > 0), body]);
    }

    private ServiceVersion Version() => new()
    {
        ServiceId = "svc",
        Number = 1,
        Domains = ["www.example.com"],
        Conditions = [.. RuleRows.Conditions],
        Headers = [.. RuleRows.Headers],
        RequestSettings = [.. RuleRows.Settings],
        ResponseObjects = [.. RuleRows.Answers],
        Directors = [.. RuleRows.Directors],
        Healthchecks =
        [
            new Healthcheck { Name = "never", Host = "h", Path = "/", CheckInterval = 3_600_000, Timeout = 5_000, ExpectedResponse = 299, Initial = 0 },
        ],
        Backends =
        [
            At("site"),
            At("member") with { RequestCondition = "never member" },
            At("sick") with { RequestCondition = "never sick", Healthcheck = "never", Weight = 900 },
        ],
    };

    // It tells what it was asked.
    private Backend At(string name)
    {
        var origin = Origin.Answering(request =>
        {
            string[] shown = ["X-A", "X-B", "Host", "Cookie", "X-Forwarded-For", "X-Timer"];
            var body = string.Join(" ", [name, request.Line, .. shown.Select(header => $"{header}={request[header] ?? "none"}")]);
            var status = request.Target == "/origin-404" ? "404 Not Found" : "200 OK";
            return $"HTTP/1.1 {status}\r\nCache-Control: no-store\r\nX-A: from origin\r\nSet-Cookie: a=1\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        });
        _origins.Add(origin);
        return new Backend { Name = name, Address = "127.0.0.1", Port = origin.Port };
    }
}
