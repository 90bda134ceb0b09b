using System.Security.Cryptography;
using System.Text;
using EdgeInfra.Model;

namespace Unit.Model.Emit.Policies;

/// <summary>What the generated snippets really put into a request, run as Fastly would; signatures are computed once more, step by step.</summary>
public sealed class Signatures_in_vcl
{
    private const string Wire = "/a%2Bb/%C3%A9%20x~.txt", Stamp = "20261120T201500Z", Scope = "20261120";

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 20, 15, 0, TimeSpan.Zero);

    [Fact]
    public void Are_those_of_AWS()
    {
        var sent = Sent(PolicySamples.PrivateS3);

        const string Names = "host;x-amz-content-sha256;x-amz-date;x-amz-security-token", Region = $"{Scope}/eu-central-1/s3/aws4_request";
        var canonical = $"GET\n{Wire}\n\nhost:www-assets.s3.eu-central-1.amazonaws.com\nx-amz-content-sha256:UNSIGNED-PAYLOAD\n"
            + $"x-amz-date:{Stamp}\nx-amz-security-token:session-of-s3\n\n{Names}\nUNSIGNED-PAYLOAD";
        var signature = Chain("AWS4secret-of-s3", Scope, "eu-central-1", "s3", "aws4_request", $"AWS4-HMAC-SHA256\n{Stamp}\n{Region}\n{Hash(canonical)}");
        Assert.Equal($"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/{Region},SignedHeaders={Names},Signature={signature}", sent["bereq.http.Authorization"]);
        Assert.Equal(Wire, sent["bereq.url"]);
    }

    [Fact]
    public void Are_those_of_Google()
    {
        const string Names = "host;x-goog-content-sha256;x-goog-date", Region = $"{Scope}/auto/storage/goog4_request";
        var canonical = $"GET\n{Wire}\n\nhost:www-assets.storage.googleapis.com\nx-goog-content-sha256:UNSIGNED-PAYLOAD\nx-goog-date:{Stamp}\n\n{Names}\nUNSIGNED-PAYLOAD";
        var signature = Chain("GOOG4secret-of-gcs", Scope, "auto", "storage", "goog4_request", $"GOOG4-HMAC-SHA256\n{Stamp}\n{Region}\n{Hash(canonical)}");
        Assert.Equal($"GOOG4-HMAC-SHA256 Credential=GOOG1EXAMPLE/{Region},SignedHeaders={Names},Signature={signature}",
            Sent(PolicySamples.Gcs)["bereq.http.Authorization"]);
    }

    [Fact]
    public void Are_those_of_Alibaba()
    {
        const string Region = $"{Scope}/eu-central-1/oss/aliyun_v4_request";
        var canonical = $"GET\n/my-bucket{Wire}\n\nx-oss-content-sha256:UNSIGNED-PAYLOAD\nx-oss-date:{Stamp}\n\n\nUNSIGNED-PAYLOAD";
        var signature = Chain("aliyun_v4secret-of-oss", Scope, "eu-central-1", "oss", "aliyun_v4_request", $"OSS4-HMAC-SHA256\n{Stamp}\n{Region}\n{Hash(canonical)}");
        Assert.Equal($"OSS4-HMAC-SHA256 Credential=LTAI/{Region},Signature={signature}", Sent(PolicySamples.Oss)["bereq.http.Authorization"]);

        var old = "GET\n\n\nFri, 20 Nov 2026 20:15:00 GMT\nx-oss-security-token:session\n/my-bucket/a+b/é x~.txt";
        Assert.Equal("OSS LTAI:" + VclRun.Sha1("secret-of-oss", old),
            Sent(PolicySamples.OssV1)["bereq.http.Authorization"]);
    }

    [Fact]
    public void Are_those_of_Azure()
    {
        var text = "GET\n\n\n\n\n\n\n\n\n\n\nbytes=4-\nx-ms-date:Fri, 20 Nov 2026 20:15:00 GMT\nx-ms-version:2020-12-06\n/acct/pages" + Wire;
        Assert.Equal("SharedKey acct:" + Convert.ToBase64String(HMACSHA256.HashData("secret-of-azure"u8, Encoding.UTF8.GetBytes(text))),
            Sent(PolicySamples.AzureKey)["bereq.http.Authorization"]);
        Assert.Equal($"/pages{Wire}?sv=2020-12-06&sig=secret-of-sas", Sent(PolicySamples.AzureSas)["bereq.url"]);
    }

    [Fact]
    public void Give_way_to_a_token_and_to_nothing_of_the_client()
    {
        var sent = Sent(PolicySamples.B2);

        Assert.Equal(("/file/my-bucket" + Wire, "token-of-b2"), (sent["bereq.url"], sent["bereq.http.Authorization"]));
        Assert.Null(sent["bereq.http.Cookie"]);
        Assert.Null(sent["bereq.http.x-amz-request-payer"]);
        Assert.Null(sent["bereq.http.EdgeInfra-Step"]);
    }

    [Fact]
    public void Prove_the_edge_in_the_form_that_origins_verify()
    {
        var data = $"{Now.ToUnixTimeSeconds()},FRA";
        Assert.Equal($"{data}, {Convert.ToBase64String(HMACSHA256.HashData("secret-of-the-edge"u8, Encoding.UTF8.GetBytes(data)))}",
            Sent(PolicySamples.PrivateS3)["bereq.http.Edge-Auth"]);
        Assert.Equal("shared", Sent(PolicySamples.Application)["bereq.http.X-From-Edge"]);
    }

    [Theory]
    [InlineData("/docs/", "", "/docs/index.html")]
    [InlineData("/docs", "F_site index", "/docs/index.html")]
    [InlineData("/docs", "F_site page 0", "/404.html")]
    [InlineData("/docs", "F_other page 0", "/docs")]
    [InlineData("//x", "", "//x")]
    [InlineData("/a%2fb", "", "/a/b")]
    public void Are_of_the_object_that_the_step_asks_for(string path, string step, string wire) =>
        Assert.Equal(wire, Sent(PolicySamples.PublicS3, path, step)["bereq.url"]);

    [Fact]
    public void Leave_an_application_its_path_and_what_it_may_have_of_the_query() =>
        Assert.Equal("/a+b%2f/../c?q=2&page=3", Sent(PolicySamples.Application, "/a+b%2f/../c?x=1&q=2&page=3")["bereq.url"]);

    [Theory]
    [InlineData("GET", "/%2e%2e/other", "F_site path")]
    [InlineData("GET", "/a/..%2Fb", "F_site path")]
    [InlineData("GET", "/a%zz", "F_site path")]
    [InlineData("GET", "/a%00", "F_site path")]
    [InlineData("GET", "/a\\b", "F_site path")]
    [InlineData("PUT", "/a", "F_site method")]
    public void Are_never_made_of_what_is_refused(string method, string path, string step)
    {
        var run = Request(PolicySamples.PublicS3, path, "");
        run["req.method"] = method;

        Assert.Equal(699, run.Run(Miss(PolicySamples.PublicS3)));
        Assert.Equal(step, run["req.http.EdgeInfra-Step"]);
    }

    private static VclRun Sent(Backend backend, string path = "/a+b/%c3%a9%20x%7E.txt?acl", string step = "")
    {
        var run = Request(backend, path, step);
        Assert.Equal(0, run.Run(Miss(backend)));
        return run;
    }

    private static string Miss(Backend backend) => FastlyPolicies.Lower(Samples.Version(backend)).Snippets.Single(snippet => snippet.Type == "miss").Content!;

    private static VclRun Request(Backend backend, string path, string step)
    {
        var items = FastlyPolicies.Credentials(Samples.Version(backend))?.Items ?? [];
        var run = new VclRun(Now, items.ToDictionary(item => item.ItemKey, item => item.ItemValue))
        {
            ["req.backend"] = VclName.For(backend.Name), ["req.method"] = "GET", ["req.url"] = path,
            ["bereq.method"] = "GET", ["bereq.http.Authorization"] = "client", ["bereq.http.Cookie"] = "client", ["bereq.http.Edge-Auth"] = "client",
            ["bereq.http.x-amz-request-payer"] = "requester", ["bereq.http.Range"] = "bytes=4-",
        };
        if (step.Length > 0)
        {
            run["req.http.EdgeInfra-Step"] = run["bereq.http.EdgeInfra-Step"] = step;
        }

        return run;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Chain(string secret, params string[] texts) => Convert.ToHexStringLower(
        texts.Aggregate(Encoding.UTF8.GetBytes(secret), (key, text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))));
}
