using System.Text.RegularExpressions;

namespace Kit;

/// <summary>
/// What a browser does with a static site that lies in a store, and what it should get. Nothing of the site changes by it, so it can be taken
/// again: from a cache, or before another server.
/// </summary>
public static partial class SiteWalk
{
    private const string Deep = "/docs/a%20b+c/deep.txt", Home = "<h1>home</h1>", Docs = "<h1>docs</h1>", NotHere = "<h1>not here</h1>", Text = "0123456789";

    /// <summary>The objects of the site by key; <c>404.html</c> is its error page.</summary>
    public static IReadOnlyList<(string Key, string Content, string Type)> Objects { get; } =
    [
        ("index.html", Home, "text/html"), ("404.html", NotHere, "text/html"), ("docs/index.html", Docs, "text/html"), ("docs/a b+c/deep.txt", Text, "text/plain"),
    ];

    /// <summary>Puts the objects into a folder.</summary>
    public static void Write(string folder)
    {
        foreach (var (key, content, _) in Objects)
        {
            var file = Path.Combine([folder, .. key.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }
    }

    /// <param name="ask">Sends method and target, then header lines, each on a line of its own.</param>
    public static async Task<IReadOnlyList<SiteStep>> Take(Func<string, Task<RawAnswer>> ask)
    {
        var (steps, tag) = (new List<SiteStep>(), (string?)null);
        await Step("GET /", 200, Home, type: "text/html");
        await Step("GET /docs?x=1&y=//z", 301, location: "/docs/?x=1&y=//z");
        await Step("GET /docs/?x=1&y=//z", 200, Docs, type: "text/html");
        await Step("HEAD /docs", 301, location: "/docs/");
        await Step("GET /docs/", 200, Docs);
        await Step("GET /docs/none.html?x", 404, NotHere, type: "text/html");
        await Step("GET /none/", 404, NotHere);
        await Step("HEAD /none", 404, length: NotHere.Length);
        await Step("GET /none\nRange: bytes=0-3\nIf-None-Match: \"x\"", 404, NotHere);
        tag = (await Step("GET " + Deep, 200, Text, type: "text/plain"))["ETag"];
        await Step("HEAD " + Deep, 200, length: Text.Length);
        await Step("HEAD /", 200, length: Home.Length);
        await Step($"GET {Deep}\nRange: bytes=0-3", 206, Text[..4], range: "bytes 0-3/10");
        await Step($"GET {Deep}\nRange: bytes=4-{(tag is null ? "" : "\nIf-Range: " + tag)}", 206, Text[4..], range: "bytes 4-9/10");
        if (tag is not null)
        {
            await Step($"GET {Deep}\nIf-None-Match: {tag}", 304);
            await Step($"GET {Deep}\nRange: bytes=4-\nIf-Range: \"another\"", 200, Text);
        }

        await Step("POST /", 405);
        return steps;

        async Task<RawAnswer> Step(string request, int status, string body = "", string? type = null, string? location = null, int? length = null, string? range = null)
        {
            var answer = await ask(request);
            var wrong = new List<string>();
            Expect(wrong, "status", status, answer.Status);
            Expect(wrong, "Location", location, answer["Location"]);
            Expect(wrong, "Content-Range", range, answer["Content-Range"]);
            Expect(wrong, "body", status == 405 ? answer.Body : body, answer.Body);
            Expect(wrong, "Content-Type", type, type is null ? null : answer["Content-Type"]?.Split(';')[0]);
            Expect(wrong, "Content-Length", length?.ToString(provider: null), length is null ? null : answer["Content-Length"]);
            Expect(wrong, "provider's header", "", OfProviders().Match(answer.Head).Value.Trim());
            steps.Add(new(request.ReplaceLineEndings(" | "), answer, string.Join(", ", wrong)));
            return answer;
        }
    }

    private static void Expect<T>(List<string> wrong, string what, T wanted, T got)
    {
        if (!EqualityComparer<T>.Default.Equals(wanted, got))
        {
            wrong.Add($"{what}: {Shown(got)} instead of {Shown(wanted)}");
        }
    }

    private static string Shown<T>(T value) => $"{value}" is { Length: > 60 } text ? text[..60].ReplaceLineEndings(" ") + "..." : $"{value}";

    [GeneratedRegex(@"(?im)^((x-(amz|goog|guploader|ms|oss|bz|rgw|trans|openstack|minio)-|server:(?! Varnish)).*)")]
    private static partial Regex OfProviders();
}
