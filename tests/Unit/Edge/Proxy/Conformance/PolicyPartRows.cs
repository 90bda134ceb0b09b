using EdgeInfra.Model;
using Unit.Edge.Proxy.Policies;
using static Unit.Edge.Proxy.Conformance.PolicyWire;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>Error pages, lifetimes, and what the edge proves itself with.</summary>
internal static class PolicyPartRows
{
    private static readonly string Gone = PlayedBucket.Error(410, "Gone");

    public static readonly Row[] All =
    [
        new("errorPages.statuses", "default", () => Page(new() { Content = "text" }, 404, "text")),
        new("errorPages.statuses", "default, another", () => Gets(Paged(new() { Content = "text" }), "GET /none", 410, denial: Gone, body: null)),
        new("errorPages.statuses", "a range", () => Gets(Paged(new() { Statuses = ["405-499"], Content = "text" }), "GET /none", 410, "text", Gone)),
        new("errorPages.path", "default", () => Asks(Paged(new() { Content = "text" }), "GET /none", "GET /none")),
        new("errorPages.path", "some", () => Page(new() { Path = "/404.html" }, 404, "page")),
        new("errorPages.content", "default", () => Page(new() { Path = "/not-there.html" }, 404, null)),
        new("errorPages.content", "without an object", () => Page(new() { Content = "text" }, 404, "text")),
        new("errorPages.content", "when that is missing", () => Page(new() { Path = "/not-there.html", Content = "text" }, 404, "text")),
        new("errorPages.contentType", "default", () => Type(new() { Content = "text" }, "text/html; charset=utf-8")),
        new("errorPages.contentType", "another", () => Type(new() { Content = "{}", ContentType = "application/json" }, "application/json")),
        new("errorPages.status", "default", () => Page(new() { Path = "/404.html" }, 404, "page")),
        new("errorPages.status", "another", () => Page(new() { Path = "/404.html", Status = 200 }, 200, "page")),
        new("errorPages.ttl", "default", () => Keeps(Paged(new() { Path = "/404.html" }), "GET /none", 60)),
        new("errorPages.ttl", "none", () => Keeps(Paged(new() { Content = "text", Ttl = 0 }), "GET /none", 0)),
        new("ttl.path", "default", () => Keeps(Kept(new TtlRule { Ttl = 5 }), "GET /x", 5)),
        new("ttl.path", "another's", () => Keeps(Kept(new TtlRule { Path = "/d/*", Ttl = 5 }), "GET /x", null)),
        new("ttl.contentType", "default", () => Keeps(Kept(new TtlRule { Ttl = 5 }), "GET /x", 5)),
        new("ttl.contentType", "its own", () => Keeps(Kept(new TtlRule { ContentType = "text/*", Ttl = 5 }), "GET /x", 5)),
        new("ttl.contentType", "another's", () => Keeps(Kept(new TtlRule { ContentType = "image/*", Ttl = 5 }), "GET /x", null)),
        new("ttl.statuses", "default", () => Keeps(Kept(new TtlRule { Ttl = 5 }), "GET /none", null, PlayedBucket.Error(500, "InternalError"))),
        new("ttl.statuses", "some", () => Keeps(Kept(new TtlRule { Statuses = ["5xx"], Ttl = 5 }), "GET /none", 5, PlayedBucket.Error(500, "InternalError"))),
        new("ttl.ttl", "default", () => Keeps(Kept(new TtlRule()), "GET /x", 0)),
        new("ttl.ttl", "the longest", () => Keeps(Kept(new TtlRule { Ttl = 31_536_000 }), "GET /x", 31_536_000)),
        new("edgeAuth.form", "default", () => Proof(new() { Secret = "s" }, "Edge-Auth", "^1767225600,[^,]+, [A-Za-z0-9+/]{43}=$")),
        new("edgeAuth.form", "secret", () => Proof(new() { Form = "secret", Secret = "s" }, "Edge-Auth", "^s$")),
        new("edgeAuth.header", "default", () => Proof(new() { Form = "secret", Secret = "s" }, "Edge-Auth", "^s$")),
        new("edgeAuth.header", "another", () => Proof(new() { Form = "secret", Secret = "s", Header = "X-From" }, "X-From", "^s$")),
        new("edgeAuth.secret", "one", () => Proof(new() { Form = "secret", Secret = "one" }, "Edge-Auth", "^one$")),
        new("edgeAuth.secret", "signs", async () => Assert.NotEqual(await Proof("one"), await Proof("another"))),
    ];

    private static OriginPolicy Paged(ErrorPage page) => Plain with { ErrorPages = [page] };

    private static OriginPolicy Kept(TtlRule rule) => Plain with { Ttl = [rule] };

    private static Task Page(ErrorPage page, int status, string? body) => Gets(Paged(page), "GET /none", status, body);

    private static async Task Type(ErrorPage page, string type) => Assert.Equal(type, (await Ask(Paged(page), "GET /none")).Answer["Content-Type"]);

    private static async Task Proof(EdgeAuth auth, string header, string pattern) => Assert.Matches(pattern, await Header(Plain with { EdgeAuth = auth }, header));

    private static Task<string> Proof(string secret) => Header(Plain with { EdgeAuth = new() { Secret = secret } }, "Edge-Auth");
}
