using EdgeInfra.Model;

namespace Unit.Model.Policies;

public sealed class Rules_of_policies
{
    private static readonly OriginPolicy Signed = new()
    {
        Store = "s3", Query = "drop", Methods = ["GET", "HEAD"], Signing = new() { Region = "eu-central-1", AccessKey = "id", SecretKey = "secret" },
    };

    private static readonly OriginPolicy Shared = Signed with
    {
        Store = "azure", Signing = new() { Scheme = "azure-sas", Token = "?sv=2020-12-06&se=2026-01-01T00%3A00%3A00Z&sp=r&sr=c&sig=a%3D" },
    };

    public static TheoryData<OriginPolicy, string> Broken => new()
    {
        { new() { PathPrefix = "file" }, "EDGE220 policy.pathPrefix" },
        { new() { PathPrefix = "/file/" }, "EDGE220 policy.pathPrefix" },
        { new() { PathPrefix = "/a/%2e%2e" }, "EDGE220 policy.pathPrefix" },
        { new() { PathPrefix = "/a/.." }, "EDGE220 policy.pathPrefix" },
        { new() { PathPrefix = "/a b" }, "EDGE220 policy.pathPrefix" },
        { new() { PathPrefix = "/a\r\nX: y" }, "EDGE237 policy.pathPrefix" },
        { new() { SinglePage = "app.html" }, "EDGE221 policy.singlePage" },
        { new() { SinglePage = "/app\0.html" }, "EDGE237 policy.singlePage" },
        { new() { ErrorPages = [new() { Path = "/../404.html" }] }, "EDGE221 policy.errorPages[0].path" },
        { new() { DirectoryIndex = "a/index.html" }, "EDGE222 policy.directoryIndex" },
        { new() { DirectoryIndex = ".." }, "EDGE222 policy.directoryIndex" },
        { new() { DirectoryRedirect = true }, "EDGE223 policy.directoryRedirect" },
        { new() { ErrorPages = [new() { Content = "gone" }, new()] }, "EDGE224 policy.errorPages[1]" },
        { new() { ErrorPages = [new() { Content = "a\0" }] }, "EDGE237 policy.errorPages[0].content" },
        { new() { ErrorPages = [new() { Content = "a", ContentType = "text/html\r\nX: y" }] }, "EDGE237 policy.errorPages[0].contentType" },
        { new() { Ttl = [new() { Path = "assets/*" }] }, "EDGE238 policy.ttl[0].path" },
        { new() { Ttl = [new() { ContentType = "html" }] }, "EDGE238 policy.ttl[0].contentType" },
        { new() { StripResponseHeaders = ["x-*-id"] }, "EDGE226 policy.stripResponseHeaders" },
        { new() { StripResponseHeaders = ["*"] }, "EDGE226 policy.stripResponseHeaders" },
        { new() { StripResponseHeaders = ["Content-Length"] }, "EDGE226 policy.stripResponseHeaders" },
        { new() { StripResponseHeaders = ["x\r\ny"] }, "EDGE226 policy.stripResponseHeaders" },
        { new() { Methods = ["GET", "HE AD"] }, "EDGE227 policy.methods" },
        { new() { Missing = ["no"] }, "EDGE228 policy.missing[0]" },
        { new() { Missing = ["404", "200"] }, "EDGE228 policy.missing[1]" },
        { new() { Missing = ["403 AccessDenied"] }, "EDGE228 policy.missing[0]" },
        { new() { Query = "drop", QueryParameters = ["a&b"] }, "EDGE239 policy.queryParameters" },
        { new() { QueryParameters = ["a"] }, "EDGE239 policy.queryParameters" },
        { Signed with { Query = "pass" }, "EDGE232 policy.query" },
        { Signed with { Methods = ["GET", "DELETE"] }, "EDGE235 policy.methods" },
        { Signed with { Store = "azure" }, "EDGE236 policy.signing.scheme" },
        { Signed with { Signing = Signed.Signing! with { Token = "a\nb" } }, "EDGE237 policy.signing.token" },
        { Shared with { Signing = Shared.Signing! with { Token = "sv=1&se=2026-01-01" } }, "EDGE231 policy.signing.token" },
        { new() { EdgeAuth = new() { Secret = "a\nb" } }, "EDGE237 policy.edgeAuth.secret" },
        { new() { EdgeAuth = new() { Secret = "a", Header = "Range" } }, "EDGE234 policy.edgeAuth.header" },
        { new() { EdgeAuth = new() { Secret = "a", Header = "x-amz-edge" } }, "EDGE234 policy.edgeAuth.header" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Name_code_and_property(OriginPolicy policy, string problem)
    {
        var found = Assert.Single(PolicyRules.Of(policy));

        Assert.Equal(problem, $"{found.Code} {found.Path}");
        Assert.DoesNotContain(found.Message, char.IsControl);
    }

    [Fact]
    public void Have_nothing_against_a_full_policy() => Assert.Empty(PolicyRules.Of(Signed with
    {
        PathPrefix = "/file/my-site", DirectoryIndex = "index.html", DirectoryRedirect = true, SinglePage = "/app.html",
        ErrorPages = [new() { Path = "/404.html", Content = "gone", Statuses = ["404", "410", "5xx", "400-403"] }],
        StripResponseHeaders = ["x-amz-*", "Server"], Ttl = [new() { Path = "/assets/*", ContentType = "image/*", Statuses = ["200"], Ttl = 9 }],
        QueryParameters = ["v"], Missing = ["404", "403 AccessDenied"], EdgeAuth = new() { Secret = "a" },
    }));

    [Fact]
    public void Tell_the_end_of_a_shared_access_signature_to_those_with_a_clock()
    {
        Assert.Empty(PolicyRules.Of(Shared));
        Assert.Empty(SignedRequestRules.Expired(Shared, new(2025, 12, 31, 23, 59, 59, TimeSpan.Zero)));
        Assert.Equal("EDGE230", Assert.Single(SignedRequestRules.Expired(Shared, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))).Code);
    }

    [Fact]
    public void Count_for_a_version() => Assert.Contains(
        VersionRules.Check(new() { Backends = [new() { Name = "b", Address = "b.example", Policy = new() { PathPrefix = "x" } }] }),
        problem => problem.Code == "EDGE220" && problem.Path == "backends[\"b\"].policy.pathPrefix");

    [Fact]
    public void Show_no_secret() => Assert.All(
        PolicyRules.Of(Signed with { Signing = new() { SecretKey = "hidden\nkey", Token = "hidden\ntoken", AccessKey = "a" }, EdgeAuth = new() { Secret = "hidden\n" } }),
        problem => Assert.DoesNotContain("hidden", problem.Message, StringComparison.Ordinal));
}
