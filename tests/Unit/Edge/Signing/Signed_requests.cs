using EdgeInfra.Edge;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Checks;
using EdgeInfra.Edge.Signing.V4;
using EdgeInfra.Model;

namespace Unit.Edge.Signing;

/// <summary>What the edge signs, each store takes; what somebody changed on the way, none does.</summary>
public sealed class Signed_requests
{
    private const string Key = "c2VjcmV0IG9mIHRoZSBhY2NvdW50";
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 23, 59, 59, TimeSpan.Zero);
    private static readonly StoreCredentials Account = new("acct", Key, "session/token+=");

    public static TheoryData<string> Schemes => ["aws-v4", "google-v4", "azure-shared-key", "oss-v1", "oss-v4"];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Are_taken_as_they_were_signed(string scheme)
    {
        foreach (var path in (string[])["/a%20b/%C3%BC.txt", "/x//y.txt", "//lead", "/a%2Bb", "/", "/~a/%27%28%29%21%2A", "/p%25q"])
        {
            var verdict = Check(scheme, Sign(scheme, "GET", path));

            Assert.Equal((path, "acct"), (path, verdict.AccessKey ?? verdict.Refusal!.Message));
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Are_refused_when_anything_was_changed(string scheme)
    {
        var good = Sign(scheme, "GET", "/file.txt");
        var other = Sign(scheme, "GET", "/file.txt");
        other.Headers.Set("Authorization", Flipped(other.Headers.First("Authorization")!));

        Assert.Equal(403, Check(scheme, good with { Method = "HEAD" }).Refusal!.Status);
        Assert.Equal(403, Check(scheme, good with { Path = "/file.txt2" }).Refusal!.Status);
        Assert.Equal(403, Check(scheme, good with { Query = "acl" }).Refusal!.Status);
        Assert.Equal(403, Check(scheme, other).Refusal!.Status);
        Assert.Equal("acct", Check(scheme, good).AccessKey);
    }

    [Theory]
    [InlineData("aws-v4", "RequestTimeTooSkewed")]
    [InlineData("google-v4", "RequestTimeTooSkewed")]
    [InlineData("oss-v1", "RequestTimeTooSkewed")]
    [InlineData("oss-v4", "RequestTimeTooSkewed")]
    [InlineData("azure-shared-key", "AuthenticationFailed")]
    public void Are_refused_when_they_are_old_or_of_the_future(string scheme, string code)
    {
        var request = Sign(scheme, "GET", "/file.txt");

        Assert.Equal(code, Check(scheme, request, Now.AddMinutes(16)).Refusal!.Code);
        Assert.Equal(code, Check(scheme, request, Now.AddMinutes(-16)).Refusal!.Code);
        Assert.Equal("acct", Check(scheme, request, Now.AddMinutes(14)).AccessKey);
    }

    [Theory]
    [InlineData("aws-v4", "InvalidAccessKeyId")]
    [InlineData("google-v4", "InvalidSecurity")]
    [InlineData("oss-v1", "InvalidAccessKeyId")]
    [InlineData("oss-v4", "InvalidAccessKeyId")]
    [InlineData("azure-shared-key", "AuthenticationFailed")]
    public void By_strangers_are_refused(string scheme, string code) => Assert.Equal(
        code, Check(scheme, Sign(scheme, "GET", "/", new StoreCredentials("nobody", Key, "session/token+="))).Refusal!.Code);

    [Theory]
    [InlineData("aws-v4", "InvalidToken", "ExpiredToken")]
    [InlineData("oss-v1", "InvalidSecurityToken", "SecurityTokenExpired")]
    [InlineData("oss-v4", "InvalidSecurityToken", "SecurityTokenExpired")]
    public void With_a_wrong_or_ended_token_are_refused(string scheme, string wrong, string ended)
    {
        Assert.Equal(wrong, Check(scheme, Sign(scheme, "GET", "/", new StoreCredentials("acct", Key, "other"))).Refusal!.Code);
        Assert.Equal(wrong, Check(scheme, Sign(scheme, "GET", "/", new StoreCredentials("acct", Key))).Refusal!.Code);
        Assert.Equal(ended, Check(scheme, Sign(scheme, "GET", "/"), Now, Now.AddSeconds(-1)).Refusal!.Code);
    }

    [Fact]
    public void For_another_region_are_told_the_right_one()
    {
        var check = new V4Check(V4Dialect.Aws, new V4Scope("us-east-1", "s3"), V4Words.Aws, _ => Account);

        var refusal = check.Check(Sign("aws-v4", "GET", "/"), Now).Refusal!;

        Assert.Equal((400, "AuthorizationHeaderMalformed"), (refusal.Status, refusal.Code));
        Assert.Contains(new KeyValuePair<string, string>("Region", "us-east-1"), refusal.Details);
    }

    [Fact]
    public void With_a_header_of_the_store_that_nobody_signed_are_refused()
    {
        var request = Sign("aws-v4", "GET", "/");
        request.Headers.Add("x-amz-request-payer", "requester");

        Assert.Equal("AccessDenied", Check("aws-v4", request).Refusal!.Code);
    }

    [Fact]
    public void Have_headers_of_the_store_that_a_rule_set_signed_too()
    {
        var headers = new HeaderList();
        headers.Add("X-Amz-Request-Payer", "requester");
        headers.Add("Range", "bytes=0-1");

        var request = Sign("aws-v4", "GET", "/", Account, headers);

        Assert.Equal("acct", Check("aws-v4", request).AccessKey);
        Assert.Contains(
            "SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-request-payer;x-amz-security-token,",
            request.Headers.First("Authorization")!, StringComparison.Ordinal);
    }

    [Fact]
    public void To_S3_without_the_hash_of_the_body_are_refused()
    {
        var request = Sign("aws-v4", "GET", "/");
        request.Headers.Remove("x-amz-content-sha256");

        Assert.Equal("InvalidRequest", Check("aws-v4", request).Refusal!.Code);
    }

    [Fact]
    public void To_Azure_hold_range_and_preconditions()
    {
        var headers = new HeaderList();
        headers.Add("Range", "bytes=0-3");
        var request = Sign("azure-shared-key", "GET", "/site/a", Account, headers);
        Assert.Equal("acct", Check("azure-shared-key", request).AccessKey);

        request.Headers.Add("If-None-Match", "\"1\"");
        Assert.Equal("AuthenticationFailed", Check("azure-shared-key", request).Refusal!.Code);
        request.Headers.Remove("If-None-Match");
        request.Headers.Remove("Range");
        Assert.Equal("AuthenticationFailed", Check("azure-shared-key", request).Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Without_a_signature_are_nobody_s(string scheme) =>
        Assert.Same(SignatureVerdict.Anonymous, Check(scheme, new ReceivedRequest("GET", "/", "", "h", new HeaderList())));

    [Fact]
    public void Get_a_new_key_when_the_day_changes()
    {
        var signer = OriginSigners.SchemeOf(Signing("aws-v4"));
        foreach (var now in (DateTimeOffset[])[Now, Now.AddSeconds(1), Now])
        {
            var (headers, query) = (new HeaderList(), "");
            signer.Sign(new SigningRequest("GET", "/", "h", now), Account, headers, ref query);

            Assert.Equal("acct", Check("aws-v4", new ReceivedRequest("GET", "/", query, "h", headers), now).AccessKey);
            Assert.Contains($"/{now:yyyyMMdd}/", headers.First("Authorization")!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Allocate_nothing_but_the_header_in_the_steady_state()
    {
        var signer = OriginSigners.SchemeOf(Signing("aws-v4"));
        var (headers, query) = (new HeaderList(), "");
        var request = new SigningRequest("GET", "/assets/app.js", "www.s3.eu-central-1.amazonaws.com", Now);
        for (var i = 0; i < 50; i++)
        {
            signer.Sign(request, Account, headers, ref query);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            signer.Sign(request, Account, headers, ref query);
        }

        var text = 22 + (2 * headers.First("Authorization")!.Length) + 8;
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 1, text);
    }

    internal static RequestSigning Signing(string scheme) => new() { Scheme = scheme, Region = "eu-central-1", Bucket = "www" };

    internal static ISignatureCheck CheckOf(string scheme, Func<string, StoreCredentials?> keys)
    {
        var scope = OriginSigners.ScopeOf(Signing(scheme));
        return scheme switch
        {
            "azure-shared-key" => new AzureCheck("acct", Key),
            "oss-v1" => new OssV1Check("www", keys),
            "oss-v4" => new V4Check(V4Dialect.Oss, scope, V4Words.Oss, keys),
            "google-v4" => new V4Check(V4Dialect.Google, scope, V4Words.Google, keys),
            _ => new V4Check(V4Dialect.Aws, scope, V4Words.Aws, keys),
        };
    }

    private static ReceivedRequest Sign(
        string scheme, string method, string path, StoreCredentials? credentials = null, HeaderList? headers = null)
    {
        (headers, var query) = (headers ?? new HeaderList(), "");
        var request = new SigningRequest(method, path, "host.example", Now);
        OriginSigners.SchemeOf(Signing(scheme)).Sign(request, credentials ?? Account, headers, ref query);
        return new ReceivedRequest(method, path, query, "host.example", headers);
    }

    private static SignatureVerdict Check(string scheme, ReceivedRequest request, DateTimeOffset? now = null, DateTimeOffset? ends = null)
    {
        var known = new StoreCredentials(Account.AccessKey, Account.SecretKey, Account.Token, ends);
        return CheckOf(scheme, key => key == "acct" ? known : null).Check(request, now ?? Now);
    }

    private static string Flipped(string text) => text[..^2] + (text[^2] == 'a' ? 'b' : 'a') + text[^1];
}
