using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Credentials;
using EdgeInfra.Model;
using Kit;
using Unit.Edge.Proxy.Policies;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>The steps that rows of policies are made of: a bucket with a few objects, and one request.</summary>
internal static class PolicyWire
{
    public static readonly OriginPolicy Plain = new();

    /// <summary>The answer, what the bucket was asked, and for how long the answer may be kept.</summary>
    public static async Task<(RawAnswer Answer, IReadOnlyList<OriginRequest> Asked, TimeSpan? Ttl)> Ask(
        OriginPolicy policy, string request, string? denial = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        TimeSpan? ttl = null;
        var time = new ManualTime();
        await using var bucket = new PlayedBucket { Denial = denial ?? PlayedBucket.Error(404, "NoSuchKey") }
            .With("/x", "object").With("/d/i.html", "index").With("/404.html", "page").With("/app.html", "app").With("/b/x", "inner");
        var platform = SigningPlatform.OfMachine(time, static _ => { }) with { Environment = name => environment?.GetValueOrDefault(name) };
        await using var edge = await EdgeUnderTest.Serving(
            bucket.Version(policy), time, ended: ended => ttl = ended.Response.Ttl, signers: new OriginSigners(platform));
        var lines = request.Split('\n');
        var answer = await edge.Ask($"{lines[0]} HTTP/1.1\r\nHost: www.example.com\r\n{string.Concat(lines[1..].Select(line => line + "\r\n"))}\r\n");
        await edge.Drain(CancellationToken.None);
        return (answer, bucket.Asked, ttl);
    }

    /// <summary>What the bucket is asked, by method and target.</summary>
    public static async Task Asks(OriginPolicy policy, string request, params string[] lines) =>
        Assert.Equal(lines, (await Ask(policy, request)).Asked.Select(asked => asked.Line.Replace(" HTTP/1.1", "", StringComparison.Ordinal)));

    /// <summary>What the client gets; a body of null may be any.</summary>
    public static async Task Gets(OriginPolicy policy, string request, int status, string? body = null, string? denial = null)
    {
        var (answer, _, _) = await Ask(policy, request, denial);
        Assert.Equal((status, body ?? answer.Body), (answer.Status, answer.Body));
    }

    /// <summary>How long the answer is kept; null as the origin says.</summary>
    public static async Task Keeps(OriginPolicy policy, string request, int? seconds, string? denial = null) =>
        Assert.Equal(seconds is { } some ? TimeSpan.FromSeconds(some) : null, (await Ask(policy, request, denial)).Ttl);

    /// <summary>A header that the bucket sees.</summary>
    public static async Task<string> Header(OriginPolicy policy, string name, IReadOnlyDictionary<string, string>? environment = null) =>
        (await Ask(policy, "GET /x", environment: environment)).Asked[0][name] ?? "";
}
