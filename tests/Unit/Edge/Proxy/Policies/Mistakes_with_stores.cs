using EdgeInfra.Edge.Seeing;
using EdgeInfra.Model;
using Kit;
using Unit.Edge.Seeing;

namespace Unit.Edge.Proxy.Policies;

/// <summary>
/// What people get wrong, in buckets that check it: each is told in a line of its own with the property to mend, is counted, and is never a
/// missing page. <see cref="Refusals_of_a_store"/> has the answers that no bucket here gives.
/// </summary>
public sealed class Mistakes_with_stores
{
    private const string Signing = "policy.signing", NoBucket = "there is no such bucket";

    /// <summary>Store, mistake, then the client's status, what the log names, what it says, and the code that is counted.</summary>
    public static TheoryData<string, string, int, string, string, string> Rows => new()
    {
        { "s3 s3 aws-v4", "secret", 502, Signing + ".secretKey", "the bucket refused the signature", "SignatureDoesNotMatch" },
        { "s3 s3 aws-v4", "key", 502, Signing + ".accessKey", "the store does not know the access key", "InvalidAccessKeyId" },
        { "s3 s3 aws-v4", "region", 502, Signing + ".region", "the bucket is in another region", "AuthorizationHeaderMalformed" },
        { "s3 s3 aws-v4", "gone", 502, "policy.pathPrefix", NoBucket, "NoSuchBucket" },
        { "s3 s3 aws-v4 in the host", "gone", 502, "address", NoBucket, "NoSuchBucket" },
        { "s3 s3 public", "gone", 502, "policy.pathPrefix", NoBucket, "NoSuchBucket" },
        { "s3 s3 public", "private", 502, Signing, "the bucket is private, and requests are not signed", "AccessDenied" },
        { "spaces  aws-v4", "region", 502, Signing + ".region", "the bucket is in another region", "AuthorizationHeaderMalformed" },
        { "r2  aws-v4", "secret", 502, Signing + ".secretKey", "the bucket refused the signature", "SignatureDoesNotMatch" },
        { "b2 s3 aws-v4", "key", 502, Signing + ".accessKey", "the store does not know the access key", "InvalidAccessKeyId" },
        { "gcs  google-v4", "secret", 502, Signing + ".secretKey", "the bucket refused the signature", "SignatureDoesNotMatch" },
        { "gcs  google-v4", "key", 502, Signing + ".accessKey", "the store does not know the access key", "InvalidSecurity" },
        { "gcs  google-v4", "region", 502, Signing + ".region", "the store does not take what is signed: look at region and service", "InvalidArgument" },
        { "gcs  aws-v4", "secret", 502, Signing + ".secretKey", "the bucket refused the signature", "SignatureDoesNotMatch" },
        { "gcs  public", "gone", 502, "policy.pathPrefix", NoBucket, "NoSuchBucket" },
        { "gcs  public", "private", 502, Signing, "the bucket is private, and requests are not signed", "AccessDenied" },
        { "azure  azure-shared-key", "secret", 502, Signing + ".secretKey", "the bucket refused the signature", "AuthenticationFailed" },
        { "azure  azure-shared-key", "key", 502, Signing + ".secretKey", "the bucket refused the signature", "AuthenticationFailed" },
        { "azure  azure-shared-key", "gone", 502, "policy.pathPrefix", NoBucket, "ContainerNotFound" },
        { "azure  azure-sas", "token", 502, Signing + ".token", "the store refused the shared access signature", "AuthenticationFailed" },
        { "azure  public", "gone", 502, Signing, "the container is private or not there, and requests are not signed", "ResourceNotFound" },
        { "azure  public", "private", 502, Signing, "the bucket is private, and requests are not signed", "PublicAccessNotPermitted" },
        { "oss  oss-v4", "secret", 502, Signing + ".secretKey", "the bucket refused the signature", "SignatureDoesNotMatch" },
        { "oss  oss-v4", "key", 502, Signing + ".accessKey", "the store does not know the access key", "InvalidAccessKeyId" },
        { "oss  oss-v4", "region", 502, Signing + ".region", "the store does not take what is signed: look at region and service", "InvalidArgument" },
        { "oss  public", "gone", 502, "address", NoBucket, "NoSuchBucket" },
        { "oss  oss-v1", "secret", 502, Signing + ".secretKey", "the bucket refused the signature", "SignatureDoesNotMatch" },
        { "oss  public", "private", 502, Signing, "the bucket is private, and requests are not signed", "AccessDenied" },
        { "b2 native public", "gone", 502, "policy.pathPrefix", NoBucket, "no_such_bucket" },
        { "b2 native public", "private", 502, Signing, "the bucket is private, and requests are not signed", "unauthorized" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Are_told_to_whoever_can_mend_them(string store, string mistake, int status, string property, string what, string code)
    {
        foreach (var method in (string[])["GET", "HEAD"])
        {
            await using var site = await Start(store, mistake);

            foreach (var path in (string[])["/", "/none.html", "/docs"])
            {
                var answer = await site.Edge.Ask($"{method} {path} HTTP/1.1\r\nHost: www.example.com\r\n\r\n");
                Assert.True((answer.Status, answer["Cache-Control"]) == (status, "no-store"), $"{answer.Head}\n{string.Join('\n', [.. site.Edge.Log, .. site.Asked])}");
            }

            Assert.Equal($"backend \"site\": {property}: {what} ({code})", Assert.Single(site.Edge.Log.Distinct()));
            await site.Edge.Drain(CancellationToken.None);
            var counted = PrometheusText.Read(MetricText.Write(site.Edge.Metrics));
            Assert.True(counted[$$"""edgeinfra_origin_refusals_total{service="svc",backend="site",code="{{code}}"}"""] >= 3);
            Assert.Equal(3, counted["""edgeinfra_errors_total{service="svc"}"""]);
        }
    }

    // B2 sells tokens before anything is asked for, and a shared access signature tells when it ends.
    [Theory]
    [InlineData("b2 native b2-token", "secret", "b2_authorize_account answers 401")]
    [InlineData("b2 native b2-token", "key", "b2_authorize_account answers 401")]
    [InlineData("b2 native b2-token", "gone", "bucket: the application key is for the bucket elsewhere, not for website")]
    [InlineData("azure  azure-sas", "expired", "they ended at")]
    public async Task Are_told_before_anything_is_asked_for(string store, string mistake, string what)
    {
        await using var site = await Start(store, mistake);

        Assert.Equal(503, (await site.Edge.Get("/")).Status);
        Assert.Equal(503, (await site.Edge.Get("/none.html")).Status);

        Assert.NotEmpty(site.SignersLog); // each try that comes later tells when the next one is
        Assert.All(site.SignersLog, line => Assert.StartsWith("backends[\"site\"].policy.signing.credentials", line, StringComparison.Ordinal));
        Assert.All(site.SignersLog, line => Assert.Contains(what, line, StringComparison.Ordinal));
        Assert.All(site.Asked, asked => Assert.Contains("/b2api/", asked, StringComparison.Ordinal));
        await site.Edge.Drain(CancellationToken.None); // a request is counted when it is over
        Assert.Equal(2, PrometheusText.Read(MetricText.Write(site.Edge.Metrics))["""edgeinfra_errors_total{service="svc"}"""]);
    }

    // The first request learns the store's time and is sent again, so that clients notice nothing; people are told.
    [Theory]
    [InlineData("s3 s3 aws-v4", "RequestTimeTooSkewed")]
    [InlineData("gcs  google-v4", "RequestTimeTooSkewed")]
    [InlineData("azure  azure-shared-key", "AuthenticationFailed")]
    [InlineData("oss  oss-v4", "RequestTimeTooSkewed")]
    [InlineData("oss  oss-v1", "RequestTimeTooSkewed")]
    public async Task With_the_clock_are_reported_and_borne(string store, string code)
    {
        await using var site = await SiteInABucket.Start(
            StoreKind.All[store], bucket: bucket => bucket with { Time = new ManualTime(TimeProvider.System.GetUtcNow().AddMinutes(20)) });

        Assert.Equal((200, 404), ((await site.Edge.Get("/")).Status, (await site.Edge.Get("/none.html")).Status));

        Assert.Contains("backends[\"site\"].policy.signing: the clock of this machine is 00:19:5", Assert.Single(site.SignersLog), StringComparison.Ordinal);
        var counted = PrometheusText.Read(MetricText.Write(site.Edge.Metrics));
        Assert.Equal(1, counted[$$"""edgeinfra_origin_refusals_total{service="svc",backend="site",code="{{code}}"}"""]);
    }

    [Fact]
    public void Have_each_a_line_of_their_own() => Assert.All(
        Rows.Select(row => (Store: (string)row[0], Line: (row[3], row[4]))).GroupBy(row => row.Store),
        rows => Assert.Distinct(rows.Select(row => row.Line).Where(_ => rows.Key != "azure  azure-shared-key"))); // it says the same of both keys

    private static Task<SiteInABucket> Start(string store, string mistake) => SiteInABucket.Start(
        StoreKind.All[store],
        given => mistake switch
        {
            "expired" => given with { Credentials = given.Credentials! with { Token = StoreKind.Sas(TimeSpan.FromHours(-1)) } },
            "token" => given with { Credentials = given.Credentials! with { Token = StoreKind.Sas().Replace("sp=r", "sp=rw", StringComparison.Ordinal) } },
            _ => given,
        },
        bucket => mistake switch
        {
            "gone" => bucket with { Name = "elsewhere" },
            "private" => bucket with { IsPrivate = true, AccessKey = "account", SecretKey = SiteInABucket.Secret },
            _ => bucket,
        },
        backend => mistake switch
        {
            "secret" => Signed(backend, signing => signing with { SecretKey = "d3Jvbmc=" }),
            "key" => Signed(backend, signing => signing with { AccessKey = "nobody" }),
            "region" => Signed(backend, signing => signing with { Region = "eu-west-9" }),
            _ => backend,
        });

    private static Backend Signed(Backend backend, Func<RequestSigning, RequestSigning> change) =>
        backend with { Policy = backend.Policy! with { Signing = change(backend.Policy.Signing!) } };
}
