using EdgeInfra.Model;
using Unit.Edge.Proxy.Policies;
using static Unit.Edge.Proxy.Conformance.PolicyWire;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>What a policy asks for, and what it makes of the answer.</summary>
internal static class PolicyRows
{
    private static readonly string Broken = PlayedBucket.Error(403, "SignatureDoesNotMatch");

    private static readonly OriginPolicy Index = Plain with { DirectoryIndex = "i.html" };

    public static readonly Row[] All =
    [
        new("store", "default", () => Gets(Plain, "GET /none", 403, denial: Broken)),
        new("store", "s3", () => Gets(Plain with { Store = "s3" }, "GET /none", 502, denial: Broken)),
        new("store", "azure", () => Version(Plain with { Store = "azure" }, "2020-12-06")),
        new("store", "gcs", () => Version(Plain with { Store = "gcs" }, "")),
        new("pathPrefix", "default", () => Asks(Plain, "GET /x", "GET /x")),
        new("pathPrefix", "a folder", () => Asks(Plain with { PathPrefix = "/b" }, "GET /x", "GET /b/x")),
        new("directoryIndex", "default", () => Asks(Plain, "GET /d/", "GET /d/")),
        new("directoryIndex", "a name", () => Asks(Index, "GET /d/", "GET /d/i.html")),
        new("directoryRedirect", "default", () => Gets(Index, "GET /d", 404)),
        new("directoryRedirect", "true", () => Gets(Index with { DirectoryRedirect = true }, "GET /d", 301, "")),
        new("errorPages", "default", () => Asks(Plain, "GET /none", "GET /none")),
        new("errorPages", "one", () => Asks(Plain with { ErrorPages = [new() { Path = "/404.html" }] }, "GET /none", "GET /none", "GET /404.html")),
        new("singlePage", "default", () => Gets(Plain, "GET /none\nAccept: text/html", 404)),
        new("singlePage", "some", () => Gets(Plain with { SinglePage = "/app.html" }, "GET /none\nAccept: text/html", 200, "app")),
        new("stripResponseHeaders", "default", () => Shows(Plain, "abc")),
        new("stripResponseHeaders", "by name", () => Shows(Plain with { StripResponseHeaders = ["X-Amz-Id-2"] }, null)),
        new("stripResponseHeaders", "by beginning", () => Shows(Plain with { StripResponseHeaders = ["x-amz-*"] }, null)),
        new("ttl", "default", () => Keeps(Plain, "GET /x", null)),
        new("ttl", "one", () => Keeps(Plain with { Ttl = [new() { Ttl = 60 }] }, "GET /x", 60)),
        new("ttl", "the first counts", () => Keeps(Plain with { Ttl = [new() { Ttl = 60 }, new() { Ttl = 5 }] }, "GET /x", 60)),
        new("query", "default", () => Asks(Plain, "GET /x?a=1&b", "GET /x?a=1&b")),
        new("query", "default, signed", () => Asks(Plain with { Signing = SigningRows.Aws }, "GET /x?a=1&b", "GET /x")),
        new("query", "pass", () => Asks(Plain with { Query = "pass" }, "GET /x?a=1&b", "GET /x?a=1&b")),
        new("query", "drop", () => Asks(Plain with { Query = "drop" }, "GET /x?a=1&b", "GET /x")),
        new("queryParameters", "default", () => Asks(Plain with { Query = "drop" }, "GET /x?a=1&b", "GET /x")),
        new("queryParameters", "one", () => Asks(Plain with { Query = "drop", QueryParameters = ["b"] }, "GET /x?a=1&b=2", "GET /x?b=2")),
        new("methods", "default", () => Asks(Plain, "DELETE /x", "DELETE /x")),
        new("methods", "default, signed", () => Gets(Plain with { Signing = SigningRows.Aws }, "DELETE /x", 405)),
        new("methods", "one", () => Gets(Plain with { Methods = ["GET"] }, "DELETE /x", 405)),
        new("missing", "default", () => Asks(Index with { DirectoryRedirect = true }, "GET /d", "GET /d", "HEAD /d/i.html")),
        new("missing", "another", () => Gets(Plain with { Missing = ["410"] }, "GET /none", 404, denial: PlayedBucket.Error(410, "Gone"))),
        new("missing", "with a code", () => Gets(Plain with { Store = "s3", Missing = ["403 Hidden"] }, "GET /none", 404, denial: PlayedBucket.Error(403, "Hidden"))),
        new("signing", "default", () => Proves(Plain, "Authorization", false)),
        new("signing", "some", () => Proves(Plain with { Signing = SigningRows.Aws }, "Authorization", true)),
        new("edgeAuth", "default", () => Proves(Plain, "Edge-Auth", false)),
        new("edgeAuth", "some", () => Proves(Plain with { EdgeAuth = new() { Secret = "s" } }, "Edge-Auth", true)),
    ];

    private static async Task Version(OriginPolicy policy, string version) => Assert.Equal(version, await Header(policy, "x-ms-version"));

    private static async Task Shows(OriginPolicy policy, string? id) => Assert.Equal(id, (await Ask(policy, "GET /x")).Answer["x-amz-id-2"]);

    private static async Task Proves(OriginPolicy policy, string header, bool isThere) => Assert.Equal(isThere, (await Header(policy, header)).Length > 0);
}
