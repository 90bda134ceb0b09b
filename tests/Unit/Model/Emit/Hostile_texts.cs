using EdgeInfra.Model;

namespace Unit.Model.Emit;

/// <summary>
/// Whatever names, comments and values hold, they never become statements: cut into its pieces, the program is the same as
/// with harmless texts, but for what the texts say.
/// </summary>
public sealed class Hostile_texts
{
    private static readonly string[] Parts =
        ["\"", "}", "{", "%", "%0", "%22", "\n", "\r", "*/", "/*", "#", "//", "\"}", "{\"", ";", "\\", "\t", " ", "é", "\u2028", "\0", "a", "😀", "x\"y"];

    [Fact]
    public void Never_become_statements_in_Fastlys_dialect()
    {
        var harmless = Shape(FastlyVcl.Of(Named(_ => "a"), Contents(_ => "a")));
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var vcl = FastlyVcl.Of(Named(_ => Text(random)), Contents(_ => Text(random)));
            Assert.True(harmless.SequenceEqual(Shape(vcl)), vcl);
        }
    }

    [Fact]
    public void Never_become_statements_in_Varnishs_dialect()
    {
        var harmless = Shape(VarnishVcl.Of(Plain(Named(_ => "a"))).Text);
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var vcl = VarnishVcl.Of(Plain(Named(_ => Text(random)))).Text;
            Assert.True(harmless.SequenceEqual(Shape(vcl)), vcl);
        }
    }

    // Some texts fit into none of Varnish's quotes, and what holds them is left out: here is what is always there.
    private static ServiceVersion Plain(ServiceVersion version) => version with
    {
        Backends = version.Backends.Select(backend => backend with { UseSsl = false }).ToValueList(),
        Headers = version.Headers.Select(header => header with { Action = "set", Src = "\"x\"" }).ToValueList(),
        ResponseObjects = [], Gzips = [], RequestSettings = [], Settings = new(),
    };

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Parts[random.Next(Parts.Length)]));

    // A reader of its own, that knows nothing of how the texts were written.
    private static List<string> Shape(string vcl)
    {
        var pieces = new List<string>();
        for (var at = 0; at < vcl.Length;)
        {
            var (length, piece) = vcl[at] switch
            {
                '#' => (To(vcl, "\n", at), ""),
                '"' when vcl.AsSpan(at).StartsWith("\"\"\"") => (To(vcl, "\"\"\"", at + 3) + 5, "text"),
                '"' => (To(vcl, "\"", at + 1) + 1, "text"),
                '{' when vcl[at + 1] == '"' => (To(vcl, "\"}", at + 2) + 3, "text"),
                var c when char.IsAsciiLetterOrDigit(c) => (vcl.AsSpan(at).IndexOfAnyExcept(Word), "word"),
                var c => (1, char.IsWhiteSpace(c) ? "" : c.ToString()),
            };
            at += length;
            if (piece.Length > 0)
            {
                pieces.Add(piece);
            }
        }

        return pieces;
    }

    private static readonly System.Buffers.SearchValues<char> Word =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-:");

    private static int To(string vcl, string end, int at) => vcl.IndexOf(end, at, StringComparison.Ordinal) is >= 0 and var found
        ? found - at + (end == "\n" ? 0 : 1) : vcl.Length - at;

    private static VersionContents Contents(Func<int, string> text) => new(
        [new("routes", [new() { ItemKey = text(0), ItemValue = text(1) }])], []);

    private static ServiceVersion Named(Func<int, string> text) => Named(text, "c" + text(4));

    private static ServiceVersion Named(Func<int, string> text, string condition) => new()
    {
        ServiceId = text(0),
        Dictionaries = [new() { Name = "routes" }],
        Healthchecks = [new() { Name = "check", Host = text(1), Path = text(2), Headers = [text(3)] }],
        Conditions = [Samples.Condition(condition)],
        Backends =
        [
            new() { Name = "one" + text(5), Address = text(6), OverrideHost = text(7), ShareKey = text(8), Comment = text(9),
                UseSsl = true, SslSniHostname = text(1), SslCertHostname = text(2), Healthcheck = "check", Shield = "x" + text(3) },
        ],
        Headers =
        [
            new() { Name = text(0), Type = "request", Action = "regex", Dst = "http.A", Src = "req.url", Regex = text(1), Substitution = text(2) },
            new() { Name = text(0), Type = "response", Action = "set", Dst = "http.A", Src = "\"x\"" },
        ],
        ResponseObjects =
        [
            new() { Name = text(3), Content = text(4), ContentType = "t" + text(5), Response = text(6), RequestCondition = condition },
        ],
        RequestSettings = [new() { Name = text(8), DefaultHost = text(9) }],
        Gzips = [new() { Name = text(1), ContentTypes = "x" + text(2), Extensions = "y" + text(3) }],
        CacheSettings = [new() { Name = text(4), Ttl = 1 }],
        Snippets = [new() { Name = text(5), Type = "recv", Content = "restart;" }],
        Settings = new() { DefaultHost = text(6) },
    };
}
