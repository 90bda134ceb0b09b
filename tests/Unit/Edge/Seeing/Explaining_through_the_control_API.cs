using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using EdgeInfra.Edge.Seeing;
using Unit.Edge.Control;

namespace Unit.Edge.Seeing;

public sealed class Explaining_through_the_control_API
{
    private readonly ConcurrentQueue<ExplainQuestion> _asked = new();

    private Task<ControlUnderTest> Start() => ControlUnderTest.Start(change: options => options with
    {
        Explain = question =>
        {
            _asked.Enqueue(question);
            var service = question.Config.Services is [var first, ..] ? first : null;
            return Task.FromResult(new JsonObject { ["service"] = service?.ServiceId, ["version"] = service?.VersionNumber });
        },
    });

    [Fact]
    public async Task Takes_the_request_byte_for_byte()
    {
        await using var edge = await Start();
        var url = Uri.EscapeDataString("https://www.example.com:8443/a%2Fb/../c?d=%20#e");
        (await edge.Get($"/explain?url={url}&method=POST&header={Uri.EscapeDataString("X-A: 1: 2")}&header=host:other")).Expect(200);
        var asked = Assert.Single(_asked);
        Assert.Equal(("POST", "/a%2Fb/../c?d=%20", "other", true), (asked.Method, asked.Url, asked.Host, asked.IsTls));
        Assert.Equal(new KeyValuePair<string, string>("X-A", "1: 2"), Assert.Single(asked.Headers));
    }

    [Fact]
    public async Task Explains_any_version_that_could_be_activated()
    {
        await using var edge = await Start();
        var id = await edge.Ready();
        var draft = (await edge.Get($"/explain?url=http://www.example.com/&service={id}&version=1")).Expect(200);
        Assert.Equal((id, 1, false), ((string?)draft["service"], (int)draft["version"]!, (bool)draft["active"]!));
        (await edge.Put($"/service/{id}/version/1/activate")).Expect(200);
        Assert.True((bool)(await edge.Get("/explain?url=http://www.example.com/")).Expect(200)["active"]!);
        Assert.True((bool)(await edge.Get("/explain?url=http://www.example.com/&version=1")).Expect(200)["active"]!);
    }

    [Theory]
    [InlineData("url=www.example.com", "url is")]
    [InlineData("url=http://a/&header=nothing", "header is")]
    [InlineData("url=http://a/&version=1", "no live service answers")]
    public async Task Says_what_it_cannot_explain(string query, string said)
    {
        await using var edge = await Start();
        var answer = await edge.Get("/explain?" + query);
        Assert.Equal(400, answer.Status);
        Assert.Contains(said, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_closed_to_whoever_may_not_see_the_service()
    {
        await using var edge = await Start();
        var (mine, other) = (await edge.Ready(), await edge.Service("other"));
        var limited = await edge.NewToken($"name=few&services[]={mine}&scope=global:read");
        Assert.Equal(403, (await edge.With("GET", $"/explain?url=http://www.example.com/&service={other}", ("Fastly-Key", limited))).Status);
        Assert.Equal(404, (await edge.Get($"/explain?url=http://www.example.com/&service={mine}&version=9")).Status);
    }
}
