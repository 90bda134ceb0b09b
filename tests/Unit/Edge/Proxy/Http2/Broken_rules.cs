using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Http2;

/// <summary>What a client that breaks a rule of HTTP/2 is told, and that nobody else notices.</summary>
public sealed class Broken_rules
{
    private static readonly Dictionary<string, BrokenRule> Rules = RulesOfFrames.All.Concat(RulesOfStreams.All).ToDictionary(rule => rule.Name);

    public static TheoryData<string> Names => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task End_the_stream_or_the_connection(string name)
    {
        var rule = Rules[name];
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await Http2Client.Connect(await edge.Listen(listener => listener with { Http2Only = true }));

        await client.Send(rule.Frames);
        var end = await client.Next(Http2Frame.Reset, Http2Frame.GoAway);

        Assert.Equal((rule.Stream, rule.Code), end is { } told ? (told.Stream, told.Code) : (-1, -1));
        Assert.Empty(edge.Log);
    }
}
