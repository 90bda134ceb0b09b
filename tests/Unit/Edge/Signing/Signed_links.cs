using EdgeInfra.Edge;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Azure;
using EdgeInfra.Edge.Signing.Checks;
using EdgeInfra.Edge.Signing.V4;

namespace Unit.Edge.Signing;

public sealed class Signed_links
{
    // The example of AWS's own reference.
    private const string Query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
        + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
        + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";

    private static readonly DateTimeOffset Signed = new(2013, 5, 24, 0, 0, 0, TimeSpan.Zero);
    private readonly V4Check _s3 = new(
        V4Dialect.Aws, new V4Scope("us-east-1", "s3"), V4Words.Aws,
        key => key == "AKIAIOSFODNN7EXAMPLE" ? new StoreCredentials(key, "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY") : null);

    [Fact]
    public void To_S3_hold_until_they_end()
    {
        Assert.Equal("AKIAIOSFODNN7EXAMPLE", Check(Query, Signed.AddHours(23)).AccessKey);
        Assert.Equal((403, "AccessDenied", "Request has expired."), Told(Check(Query, Signed.AddHours(25))));
        Assert.Equal("Request is not valid yet.", Check(Query, Signed.AddHours(-1)).Refusal!.Message);
    }

    [Fact]
    public void To_S3_cannot_be_changed()
    {
        Assert.Equal("SignatureDoesNotMatch", Check(Query.Replace("86400", "86401", StringComparison.Ordinal), Signed).Refusal!.Code);
        Assert.Equal("SignatureDoesNotMatch", Check(Query + "&versionId=1", Signed).Refusal!.Code);
        Assert.Equal("SignatureDoesNotMatch", Check(Query[..^1] + "5", Signed).Refusal!.Code);
        Assert.Equal("AuthorizationQueryParametersError", Check(Query.Replace("86400", "864000", StringComparison.Ordinal), Signed).Refusal!.Code);
        Assert.Equal("AuthorizationQueryParametersError", Check("X-Amz-Signature=0", Signed).Refusal!.Code);
    }

    [Fact]
    public void To_Azure_hold_for_what_they_were_made_for()
    {
        var token = Sas("/site/a.txt", "sp=r&st=2026-01-01T00:00:00Z&se=2026-01-02T00:00:00Z&spr=https&sv=2020-12-06&sr=b");
        var now = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal("acct", Azure("/site/a.txt", token, now).AccessKey);
        Assert.Equal("AuthenticationFailed", Azure("/site/b.txt", token, now).Refusal!.Code);
        Assert.Equal("AuthenticationFailed", Azure("/site/a.txt", token.Replace("sp=r", "sp=rw", StringComparison.Ordinal), now).Refusal!.Code);
        Assert.Equal("AuthenticationFailed", Azure("/site/a.txt", token, now.AddDays(1)).Refusal!.Code);
    }

    [Fact]
    public void To_an_Azure_container_hold_for_all_that_is_in_it()
    {
        var token = Sas("/site", "sp=r&se=2026-01-02T00:00:00Z&sv=2020-12-06&sr=c");
        var now = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal("acct", Azure("/site/deep/b.txt", token, now).AccessKey);
        Assert.Equal("AuthenticationFailed", Azure("/other/b.txt", token, now).Refusal!.Code);
    }

    [Fact]
    public void To_Azure_are_appended_to_what_there_is()
    {
        var signer = new AzureSasSigner();
        var credentials = new StoreCredentials("", "", "?sv=1&sig=x%3D");
        foreach (var (before, after) in (ValueTuple<string, string>[])[("", "sv=1&sig=x%3D"), ("a=1", "a=1&sv=1&sig=x%3D")])
        {
            var query = before;
            signer.Sign(new SigningRequest("GET", "/", "h", Signed), credentials, new HeaderList(), ref query);

            Assert.Equal(after, query);
        }
    }

    [Fact]
    public void To_B2_are_tokens_that_end()
    {
        var check = new B2TokenCheck(token => token == "good" ? Signed : null);

        Assert.Equal("token", B2(check, "good", Signed.AddHours(-1)).AccessKey);
        Assert.Equal((401, "expired_auth_token", "Authorization token has expired"), Told(B2(check, "good", Signed.AddHours(1))));
        Assert.Equal("bad_auth_token", B2(check, "bad", Signed).Refusal!.Code);
    }

    private SignatureVerdict Check(string query, DateTimeOffset now) =>
        _s3.Check(new ReceivedRequest("GET", "/test.txt", query, "examplebucket.s3.amazonaws.com", new HeaderList()), now);

    private static (int Status, string Code, string Message) Told(SignatureVerdict verdict) =>
        (verdict.Refusal!.Status, verdict.Refusal.Code, verdict.Refusal.Message);

    private static SignatureVerdict Azure(string path, string query, DateTimeOffset now) =>
        new AzureCheck("acct", "a2V5").Check(new ReceivedRequest("GET", path, query, "acct.blob.core.windows.net", new HeaderList()), now);

    private static string Sas(string path, string query)
    {
        var toSign = AzureSas.ToSign(name => AzureSas.Parameter(query, name), "acct", path);
        var signature = System.Security.Cryptography.HMACSHA256.HashData("key"u8, System.Text.Encoding.UTF8.GetBytes(toSign));
        return $"{query}&sig={Uri.EscapeDataString(Convert.ToBase64String(signature))}";
    }

    private static SignatureVerdict B2(B2TokenCheck check, string token, DateTimeOffset now)
    {
        var headers = new HeaderList();
        headers.Add("Authorization", token);
        return check.Check(new ReceivedRequest("GET", "/file/www/a", "", "f004.backblazeb2.com", headers), now);
    }
}
