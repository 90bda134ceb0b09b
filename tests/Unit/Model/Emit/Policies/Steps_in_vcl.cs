using EdgeInfra.Model;

namespace Unit.Model.Emit.Policies;

/// <summary>What follows an answer: the generated snippets, run as Fastly would, over an origin that is a table of paths and statuses.</summary>
public sealed class Steps_in_vcl
{
    private const string Html = "text/html,application/xhtml+xml";

    [Theory]
    [InlineData("/there", "200", null, "/there 200")]
    [InlineData("/docs?a=1", "301", "/docs/?a=1", "/docs 404", "/docs/index.html 200")]
    [InlineData("/nowhere", "404", null, "/nowhere 404", "/nowhere/index.html 404", "/404.html 200")]
    [InlineData("/nowhere/", "404", null, "/nowhere/index.html 404", "/404.html 200")]
    [InlineData("/broken", "500", null, "/broken 500")]
    public void Of_a_site_lead_to_the_slash_or_to_the_page(string path, string status, string? location, params string[] asked)
    {
        var (run, seen) = Served(PolicySamples.PublicS3, path, ["/there", "/docs/index.html", "/404.html"]);

        Assert.Equal(asked, seen);
        Assert.Equal((status, location), (run["resp.status"], run["resp.http.Location"]));
        Assert.Null(run["resp.http.x-amz-id-2"]);
    }

    [Fact]
    public void End_with_a_text_when_the_page_is_missing_too()
    {
        var (run, seen) = Served(PolicySamples.PublicS3, "/nowhere/", []);

        Assert.Equal(["/nowhere/index.html 404", "/404.html 404"], seen);
        Assert.Equal(("404", "<h1>Not found</h1>", "text/html; charset=utf-8"), (run["resp.status"], run["obj.body"], run["resp.http.Content-Type"]));
    }

    [Theory]
    [InlineData(Html, null, "200", "/nowhere 404", "/app.html 200")]
    [InlineData(Html, "navigate", "200", "/nowhere 404", "/app.html 200")]
    [InlineData(Html, "no-cors", "404", "/nowhere 404", "/errors/404.html 404")]
    [InlineData("image/avif,*/*", null, "404", "/nowhere 404", "/errors/404.html 404")]
    public void Of_an_application_lead_navigations_to_it(string accept, string? mode, string status, params string[] asked)
    {
        var (run, seen) = Served(PolicySamples.Application, "/nowhere", ["/app.html"], ("req.http.Accept", accept), ("req.http.Sec-Fetch-Mode", mode));

        Assert.Equal(asked, seen);
        Assert.Equal(status, run["resp.status"]);
    }

    [Fact]
    public void Give_a_page_the_status_it_names()
    {
        var (run, _) = Served(PolicySamples.Application, "/broken", []);

        Assert.Equal(("503", "Service Unavailable", "<p>50% \"off\"</p>\n"), (run["resp.status"], run["resp.response"], run["obj.body"]));
    }

    [Fact]
    public void Take_no_answer_of_the_edge_itself_for_one_of_the_origin()
    {
        var version = FastlyPolicies.Lower(Samples.Version(PolicySamples.PublicS3));
        var run = new VclRun(DateTimeOffset.UnixEpoch, new Dictionary<string, string>()) { ["obj.status"] = "404", ["req.backend"] = "F_site" };

        run.Run(Of(version, "error"));
        (run["resp.status"], run["req.method"], run["req.url"], run["req.restarts"]) = ("404", "GET", "/x", "0");

        Assert.Equal(0, run.Run(Of(version, "deliver")));
    }

    // One request through all subroutines, from run to run.
    private static (VclRun Run, List<string> Asked) Served(
        Backend backend, string path, string[] there, params (string Name, string? Value)[] headers)
    {
        var version = FastlyPolicies.Lower(Samples.Version(backend));
        var run = new VclRun(DateTimeOffset.UnixEpoch, new Dictionary<string, string>())
        {
            ["req.url"] = path, ["req.method"] = "GET", ["req.backend"] = VclName.For(backend.Name),
        };
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            run[name] = value;
        }

        var asked = new List<string>();
        for (var restarts = 0; ; restarts++)
        {
            run["req.restarts"] = $"{restarts}";
            if (run.Run(Of(version, "recv")) is > 0 and var error || (error = run.Run(Of(version, "miss"))) > 0)
            {
                Copy(run, "beresp", "obj");
                run["obj.status"] = $"{error}";
                run.Run(Of(version, "error"));
                Copy(run, "obj", "resp");
            }
            else
            {
                var url = run["bereq.url"]!.Split('?')[0];
                run["beresp.status"] = there.Contains(url) ? "200" : url == "/broken" ? "500" : "404";
                (run["beresp.response"], run["beresp.http.x-amz-id-2"]) = ("as the origin says", "id");
                asked.Add($"{url} {run["beresp.status"]}");
                Assert.Equal(0, run.Run(Of(version, "fetch")));
                Copy(run, "beresp", "resp");
            }

            if (run.Run(Of(version, "deliver")) != VclRun.Restart)
            {
                return (run, asked);
            }
        }
    }

    private static void Copy(VclRun run, string from, string to)
    {
        foreach (var name in new[] { "status", "response", "http.Location", "http.Content-Type", "http.x-amz-id-2" })
        {
            if (run[$"{from}.{name}"] is { } value)
            {
                run[$"{to}.{name}"] = value;
            }
            else
            {
                run.Run($"unset {to}.{name};");
            }
        }
    }

    private static string Of(ServiceVersion version, string place) => version.Snippets.Single(snippet => snippet.Type == place).Content!;
}
