using EdgeInfra.Model;

namespace Unit.Model.Policies;

public sealed class Rules_of_signing
{
    [Fact]
    public void Ask_for_all_that_is_missing_at_once() => Assert.Equal(
        ["EDGE240 policy.signing.accessKey", "EDGE240 policy.signing.secretKey", "EDGE243 policy.signing.region"],
        Told(new RequestSigning()));

    [Theory]
    [InlineData("google-v4", "metadata", "EDGE241 policy.signing.credentials")]
    [InlineData("b2-token", "file", "EDGE242 policy.signing.credentialsName")]
    [InlineData("oss-v1", "metadata", "EDGE244 policy.signing.bucket")]
    [InlineData("azure-sas", "given", "EDGE240 policy.signing.token")]
    public void Name_what_the_scheme_needs(string scheme, string credentials, string told) =>
        Assert.Equal([told], Told(new RequestSigning { Scheme = scheme, Credentials = credentials }));

    [Fact]
    public void See_that_a_key_of_Azure_is_none() => Assert.Equal(
        ["EDGE245 policy.signing.secretKey"],
        Told(new RequestSigning { Scheme = "azure-shared-key", AccessKey = "acct", SecretKey = "not base64!" }));

    [Fact]
    public void Let_good_ones_pass()
    {
        Assert.Empty(Told(new RequestSigning { Region = "eu-central-1", Credentials = "metadata" }));
        Assert.Empty(Told(new RequestSigning { Scheme = "google-v4", AccessKey = "GOOG1", SecretKey = "x" }));
    }

    [Fact]
    public void Ask_edge_authentication_for_a_secret_and_a_header_of_its_own()
    {
        Assert.Equal(
            ["EDGE246 policy.edgeAuth.secret", "EDGE247 policy.edgeAuth.header"],
            Told(new OriginPolicy { EdgeAuth = new EdgeAuth { Header = "Host" } }));
        Assert.Equal(["EDGE247 policy.edgeAuth.header"], Told(new OriginPolicy { EdgeAuth = new EdgeAuth { Header = "a b", Secret = "s" } }));
        Assert.Empty(Told(new OriginPolicy { EdgeAuth = new EdgeAuth { Secret = "s" } }));
    }

    private static string[] Told(RequestSigning signing) => Told(new OriginPolicy { Query = "drop", Methods = ["GET", "HEAD"], Signing = signing });

    private static string[] Told(OriginPolicy policy) =>
    [
        .. RecordRules.Check(Backend.Fields, new Backend { Name = "site", Address = "www.example.com", Policy = policy })
            .Where(problem => problem.Path.StartsWith("policy.", StringComparison.Ordinal)).Select(problem => $"{problem.Code} {problem.Path}"),
    ];
}
