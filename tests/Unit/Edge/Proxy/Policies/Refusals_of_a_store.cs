using EdgeInfra.Edge.Seeing;
using EdgeInfra.Model;
using Unit.Edge.Seeing;

namespace Unit.Edge.Proxy.Policies;

/// <summary>What is wrong with the configuration is told to whoever can mend it, and never to a client as a missing page.</summary>
public sealed class Refusals_of_a_store
{
    /// <summary>Store, scheme (- for none), what it answers, and then: the client's status and what the log says.</summary>
    public static TheoryData<string, string, string, int, string> Rows => new()
    {
        { "s3", "aws-v4", "403 SignatureDoesNotMatch", 502, "policy.signing.secretKey: the bucket refused the signature (SignatureDoesNotMatch)" },
        { "s3", "aws-v4", "403 InvalidAccessKeyId", 502, "policy.signing.accessKey: the store does not know the access key (InvalidAccessKeyId)" },
        { "s3", "aws-v4", "400 ExpiredToken", 503, "policy.signing.token: the token has expired (ExpiredToken)" },
        { "s3", "aws-v4", "400 InvalidToken", 502, "policy.signing.token: the token is not valid (InvalidToken)" },
        { "s3", "aws-v4", "403 RequestTimeTooSkewed", 503, "policy.signing: the clock of this edge is wrong (RequestTimeTooSkewed)" },
        { "s3", "aws-v4", "400 AuthorizationHeaderMalformed", 502, "policy.signing.region: the bucket is in another region (AuthorizationHeaderMalformed)" },
        { "s3", "aws-v4", "301 PermanentRedirect", 502, "policy.signing.region: the bucket is in another region, eu-west-9 (PermanentRedirect)" },
        { "s3", "-", "301 PermanentRedirect", 502, "address: the bucket is in another region (PermanentRedirect)" },
        { "s3", "aws-v4", "404 NoSuchBucket", 502, "address: there is no such bucket (NoSuchBucket)" },
        { "s3", "-", "403 AccessDenied", 502, "policy.signing: the bucket is private, and requests are not signed (AccessDenied)" },
        { "s3", "aws-v4", "403 AccessDenied", 502, "policy.signing.accessKey: these credentials may not read the bucket (AccessDenied)" },
        { "s3", "aws-v4", "403 AllAccessDisabled", 502, "policy.signing.accessKey: the account is shut (AllAccessDisabled)" },
        { "gcs", "google-v4", "403 SignatureDoesNotMatch", 502, "policy.signing.secretKey: the bucket refused the signature (SignatureDoesNotMatch)" },
        { "gcs", "google-v4", "403 InvalidSecurity", 502, "policy.signing.accessKey: the store does not know the access key (InvalidSecurity)" },
        { "gcs", "google-v4", "400 InvalidArgument", 502, "policy.signing.region: the store does not take what is signed: look at region and service (InvalidArgument)" },
        { "gcs", "-", "401 AuthenticationRequired", 502, "policy.signing: the bucket is private, and requests are not signed (AuthenticationRequired)" },
        { "azure", "azure-shared-key", "403 AuthenticationFailed", 502, "policy.signing.secretKey: the bucket refused the signature (AuthenticationFailed)" },
        { "azure", "azure-shared-key", "403 AuthorizationFailure", 502, "policy.signing.secretKey: the bucket refused the signature (AuthorizationFailure)" },
        { "azure", "azure-sas", "403 AuthenticationFailed", 502, "policy.signing.token: the store refused the shared access signature (AuthenticationFailed)" },
        { "azure", "-", "409 PublicAccessNotPermitted", 502, "policy.signing: the bucket is private, and requests are not signed (PublicAccessNotPermitted)" },
        { "azure", "-", "404 ResourceNotFound", 502, "policy.signing: the container is private or not there, and requests are not signed (ResourceNotFound)" },
        { "azure", "azure-sas", "404 ContainerNotFound", 502, "policy.pathPrefix: there is no such bucket (ContainerNotFound)" },
        { "oss", "oss-v4", "403 SignatureDoesNotMatch", 502, "policy.signing.secretKey: the bucket refused the signature (SignatureDoesNotMatch)" },
        { "oss", "oss-v4", "403 SecurityTokenExpired", 503, "policy.signing.token: the token has expired (SecurityTokenExpired)" },
        { "oss", "oss-v4", "403 RequestTimeTooSkewed", 503, "policy.signing: the clock of this edge is wrong (RequestTimeTooSkewed)" },
        { "oss", "-", "403 SecondLevelDomainForbidden", 502, "address: the store wants the bucket in the host's name (SecondLevelDomainForbidden)" },
        { "b2", "-", "401 unauthorized", 502, "policy.signing: the bucket is private, and requests are not signed (unauthorized)" },
        { "b2", "-", "401 bad_auth_token", 502, "policy.signing: the bucket is private, and requests are not signed (bad_auth_token)" },
        { "b2", "-", "403 transaction_cap_exceeded", 503, "address: the account has reached a cap (transaction_cap_exceeded)" },
        { "b2", "-", "401 something_new", 502, "policy.signing: the bucket is private, and requests are not signed (something_new)" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Are_errors_of_the_edge_that_name_what_to_mend(string store, string scheme, string said, int status, string line)
    {
        foreach (var method in (string[])["GET", "HEAD"])
        {
            await using var bucket = new PlayedBucket { Denial = Answer(store, said) };
            await using var edge = await bucket.Edge(policy => policy with
            {
                Store = store, Signing = scheme == "-" ? null : Signing(scheme), PathPrefix = store == "azure" ? "/container" : null,
                ErrorPages = [new ErrorPage { Statuses = ["4xx", "5xx"], Content = "page" }],
            });

            var answer = await edge.Ask($"{method} /x HTTP/1.1\r\nHost: www.example.com\r\n\r\n");
            await edge.Drain(CancellationToken.None);

            Assert.Equal((status, "no-store"), (answer.Status, answer["Cache-Control"]));
            Assert.DoesNotContain("secret-bucket", answer.Body, StringComparison.Ordinal);
            Assert.Contains($"backend \"site\": {line}", edge.Log);
            var code = said[4..];
            var counted = PrometheusText.Read(MetricText.Write(edge.Metrics));
            Assert.True(counted[$$"""edgeinfra_origin_refusals_total{service="svc",backend="site",code="{{code}}"}"""] >= 1);
            Assert.Equal(1, counted["""edgeinfra_errors_total{service="svc"}"""]);
        }
    }

    [Theory]
    [InlineData("404 NoSuchKey", 404)]
    [InlineData("403 AccessDenied", 404)]
    [InlineData("403 InvalidObjectState", 403)]
    [InlineData("416 InvalidRange", 416)]
    [InlineData("503 SlowDown", 503)]
    public async Task Are_not_what_concerns_one_object_only(string said, int status)
    {
        await using var bucket = new PlayedBucket { Denial = Answer("s3", said) }.With("/404.html", "not here").With("/there", "x");
        await using var edge = await bucket.Edge(policy => policy with { Signing = Signing("aws-v4") });
        Assert.Equal(200, (await edge.Get("/there")).Status);

        Assert.Equal(status, (await edge.Get("/x")).Status);
        Assert.Equal(status, (await edge.Ask("HEAD /x HTTP/1.1\r\nHost: www.example.com\r\n\r\n")).Status);
        Assert.Empty(edge.Log);
    }

    [Fact]
    public async Task Mean_a_private_bucket_only_until_something_was_read()
    {
        await using var bucket = new PlayedBucket { Denial = Answer("s3", "403 AccessDenied") }.With("/there", "x");
        await using var edge = await bucket.Edge();

        Assert.Equal(502, (await edge.Get("/gone")).Status);
        Assert.Equal(200, (await edge.Get("/there")).Status);
        Assert.Equal(404, (await edge.Get("/gone")).Status);
        Assert.Single(edge.Log);
    }

    [Theory]
    [InlineData("Content-Length: {0}\r\n\r\n{1}")]
    [InlineData("Connection: close\r\n\r\n{1}")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n9\r\n<a><Code>\r\n{2:x}\r\n{3}\r\n0\r\n\r\n")]
    public async Task Are_read_from_the_beginning_of_a_document_that_can_still_be_passed_on(string framing)
    {
        var rest = "InvalidObjectState</Code>" + new string('x', 40_000) + "end";
        var body = "<a><Code>" + rest;
        var answer = "HTTP/1.1 403 Forbidden\r\n" + string.Format(null, framing, body.Length, body, rest.Length, rest);
        await using var origin = Kit.Origin.Answering(_ => answer, closing: framing.StartsWith("Conn", StringComparison.Ordinal));
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { Policy = PlayedBucket.Policy });

        var got = await edge.Get("/x");

        Assert.Equal((403, body), (got.Status, got.Body));
    }

    [Fact]
    public async Task Are_looked_for_in_four_kilobytes_only()
    {
        await using var bucket = new PlayedBucket { Denial = PlayedBucket.Document(403, new string(' ', 4090) + "<Code>SignatureDoesNotMatch</Code>", "application/xml") };
        await using var edge = await bucket.Edge();

        Assert.Equal(403, (await edge.Get("/x")).Status);
    }

    internal static RequestSigning Signing(string scheme) => new()
    {
        Scheme = scheme, Region = "eu-central-1", AccessKey = "AKID", SecretKey = "c2VjcmV0", Token = scheme == "azure-sas" ? "sv=1&sig=x" : null, Bucket = "b",
    };

    private static string Answer(string store, string said)
    {
        var (status, code) = (int.Parse(said[..3], null), said[4..]);
        return store switch
        {
            "b2" => PlayedBucket.Document(status, $$"""{ "code" : "{{code}}", "message": "m", "status": {{status}} }""", "application/json"),
            "azure" => PlayedBucket.Error(status, code, $"x-ms-error-code: {code}\r\n"),
            _ => PlayedBucket.Error(status, code, code == "PermanentRedirect" ? "x-amz-bucket-region: eu-west-9\r\n" : ""),
        };
    }
}
