using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Http2;

/// <summary>In HTTP/2 a text has a length, in HTTP/1.1 an end: what would end early there, or begin something else, never gets to an origin.</summary>
public sealed class Texts_that_mean_more_in_HTTP_1
{
    [Theory]
    [InlineData("x a", "b")]
    [InlineData("x:a", "b")]
    [InlineData("x-a: b\r\nx-c", "d")]
    [InlineData("x-a\n", "b")]
    [InlineData("x-a\0", "b")]
    [InlineData("x\u0080", "b")]
    [InlineData("", "b")]
    [InlineData("x-a", "b\r\nx-c: d")]
    [InlineData("x-a", "b\nx-c: d")]
    [InlineData("x-a", "b\0")]
    [InlineData("x-a", "b\u007f")]
    public Task Headers(string name, string value) => NeverReachTheOrigin([.. Of(), (name, value)]);

    [Theory]
    [InlineData(":path", "/ HTTP/1.1\r\nX-A: b")]
    [InlineData(":path", "/a b")]
    [InlineData(":path", "/a\tb")]
    [InlineData(":path", "/a\nb")]
    [InlineData(":path", "/a\0b")]
    [InlineData(":path", "http://www.example.com/")]
    [InlineData(":path", "*")]
    [InlineData(":method", "GET / HTTP/1.1\r\nX-A: b\r\n\r\nGET")]
    [InlineData(":method", "G T")]
    [InlineData(":method", "")]
    [InlineData(":authority", "www.example.com\r\nX-A: b")]
    [InlineData(":authority", "www.example.com x")]
    [InlineData(":authority", "a@www.example.com")]
    [InlineData(":scheme", "https")]
    public Task Pseudo_headers(string name, string value) => NeverReachTheOrigin(Of((name, value)));

    [Fact]
    public async Task Of_two_hosts_the_authority_counts_and_the_origin_sees_no_other()
    {
        await using var edge = await EdgeUnderTest.Before(Front.Echo.Origin());
        using var client = await Http2Client.Connect(await edge.Listen(listener => listener with { Http2Only = true }));

        await client.Send(Http2Bytes.Get(1, ("host", "www.example.org")));
        var seen = System.Text.Encoding.Latin1.GetString((await client.Next(Http2Frame.Data))!.Value.Payload);

        Assert.StartsWith("GET / HTTP/1.1\r\nHost: www.example.com\r\n", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", seen, StringComparison.Ordinal);
    }

    private static (string, string)[] Of((string Name, string Value)? instead = null)
    {
        (string Name, string Value)[] usual = [(":method", "GET"), (":scheme", "http"), (":path", "/"), (":authority", "www.example.com")];
        return [.. usual.Select(header => header.Name == instead?.Name ? instead.Value : header)];
    }

    // The stream is reset, the connection ends, or the answer is an error of the edge: which of them is Kestrel's affair.
    private static async Task NeverReachTheOrigin((string, string)[] headers)
    {
        await using var origin = Origin.Answering("reached");
        await using var edge = await EdgeUnderTest.Before(origin);
        using var client = await Http2Client.Connect(await edge.Listen(listener => listener with { Http2Only = true }));

        await client.Send(Http2Bytes.Request(1, Http2Frame.EndHeaders | Http2Frame.EndStream, headers));
        var told = await client.Next(Http2Frame.Headers, Http2Frame.Reset, Http2Frame.GoAway);

        Assert.NotNull(told);
        Assert.Equal(0, origin.Accepted);
    }
}
