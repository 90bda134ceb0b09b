using EdgeInfra.Edge;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Checks;
using EdgeInfra.Edge.Signing.Credentials;
using EdgeInfra.Edge.Signing.V4;
using EdgeInfra.Model;
using Kit;
using Unit.Edge.Signing;

namespace Unit.Edge.Proxy.Policies;

/// <summary>What the bucket sees of a signature and of edge authentication: the bytes on the wire are judged as a store does.</summary>
public sealed class A_private_bucket
{
    private readonly ManualTime _time = new();
    private readonly List<string> _log = [];
    private readonly Dictionary<string, string> _environment = new() { ["AWS_ACCESS_KEY_ID"] = "AKIA", ["AWS_SECRET_ACCESS_KEY"] = "secret" };

    [Theory]
    [InlineData("/")]
    [InlineData("/a%20b+%c3%bc.txt")]
    [InlineData("//x?acl&v=1")]
    public async Task Gets_requests_that_its_store_takes(string url)
    {
        await using var bucket = new PlayedBucket { Denial = PlayedBucket.Document(200, "there", "text/plain") };
        await using var edge = await Edge(bucket);

        Assert.Equal(200, (await edge.Get(url, headers: "Authorization: mine\r\nx-amz-request-payer: requester\r\nRange: bytes=0-1\r\n")).Status);
        Assert.Equal("AKIA", Judge(Assert.Single(bucket.Asked), _time.GetUtcNow()).AccessKey);
    }

    [Fact]
    public async Task Gets_each_further_request_with_a_signature_of_its_own()
    {
        await using var bucket = new PlayedBucket().With("/docs/index.html", "d");
        await using var edge = await Edge(bucket);

        Assert.Equal(301, (await edge.Get("/docs")).Status);
        Assert.Equal(["AKIA", "AKIA"], bucket.Asked.Select(asked => Judge(asked, _time.GetUtcNow()).AccessKey!));
    }

    [Fact]
    public async Task Gets_the_request_again_with_its_own_time_when_the_clock_is_off()
    {
        var there = _time.GetUtcNow().AddMinutes(20);
        await using var bucket = new PlayedBucket().With("/a", "there");
        bucket.Once.Enqueue(PlayedBucket.Error(403, "RequestTimeTooSkewed", $"Date: {there:R}\r\n"));
        await using var edge = await Edge(bucket);

        Assert.Equal("there", (await edge.Get("/a")).Body);
        Assert.Equal("RequestTimeTooSkewed", Judge(bucket.Asked[0], there).Refusal!.Code);
        Assert.Equal("AKIA", Judge(bucket.Asked[1], there).AccessKey);
        Assert.Contains(_log, line => line.Contains("backends[\"site\"].policy.signing: the clock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_not_asked_at_all_without_credentials()
    {
        _environment.Clear();
        await using var bucket = new PlayedBucket();
        await using var edge = await Edge(bucket);

        Assert.Equal(503, (await edge.Get("/a")).Status);
        Assert.Empty(bucket.Asked);
        Assert.Contains(_log, line => line.Contains("AWS_ACCESS_KEY_ID is not set", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_shown_that_a_request_came_through_the_edge_whatever_the_client_says()
    {
        await using var bucket = new PlayedBucket().With("/a", "there");
        await using var edge = await Edge(bucket, policy => policy with { EdgeAuth = new EdgeAuth { Secret = "hunter2" } });

        await edge.Get("/a", headers: "Edge-Auth: 1,forged, x\r\n");

        var asked = Assert.Single(bucket.Asked);
        Assert.True(new EdgeAuthVerifier(["hunter2"]).Holds(asked["Edge-Auth"], _time.GetUtcNow()));
        Assert.Contains($",{EdgeInfra.Edge.Proxy.EdgeNode.Alone.Name}, ", asked["Edge-Auth"], StringComparison.Ordinal);
        Assert.Equal("AKIA", Judge(asked, _time.GetUtcNow()).AccessKey);
    }

    private Task<EdgeUnderTest> Edge(PlayedBucket bucket, Func<OriginPolicy, OriginPolicy>? change = null)
    {
        var policy = PlayedBucket.Policy with { Signing = new RequestSigning { Region = "eu-central-1", Credentials = "environment" } };
        return EdgeUnderTest.Serving(bucket.Version(change?.Invoke(policy) ?? policy), _time, signers: new OriginSigners(
            new SigningPlatform(_environment.GetValueOrDefault, new MetadataScript().Client, _time, _log.Add)));
    }

    private static SignatureVerdict Judge(OriginRequest asked, DateTimeOffset now)
    {
        var (headers, target) = (new HeaderList(), asked.Target.Split('?', 2));
        foreach (var line in asked.Head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            headers.Add(line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        }

        var check = new V4Check(
            V4Dialect.Aws, new V4Scope("eu-central-1", "s3"), V4Words.Aws, key => key == "AKIA" ? new StoreCredentials(key, "secret") : null);
        return check.Check(
            new ReceivedRequest(asked.Line.Split(' ')[0], target[0], target.Length > 1 ? target[1] : "", asked["Host"]!, headers), now);
    }
}
