using System.Net;
using EdgeInfra.Edge.Proxy;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Front;

public abstract class Limits_for_clients(string front)
{
    private const string Host = "Host: www.example.com\r\n";

    public sealed class On_sockets() : Limits_for_clients("Sockets");

    public sealed class On_Kestrel() : Limits_for_clients("Kestrel");

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 414)]
    public async Task A_request_line_has_a_length(int more, int status)
    {
        await using var edge = await Serving();
        var fixedBytes = "GET / HTTP/1.1\r\n".Length;

        await Refused(edge, $"GET /{new string('a', new ProxyLimits().RequestLine - fixedBytes + more)} HTTP/1.1\r\n{Host}\r\n", status);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 431)]
    public async Task Headers_have_a_size(int more, int status)
    {
        await using var edge = await Serving();
        var value = new string('a', new ProxyLimits().Headers - Host.Length - "A: \r\n".Length + more);

        await Refused(edge, $"GET / HTTP/1.1\r\n{Host}A: {value}\r\n\r\n", status);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 431)]
    public async Task Headers_have_a_number(int more, int status)
    {
        await using var edge = await Serving();
        var others = string.Concat(Enumerable.Repeat("A: b\r\n", new ProxyLimits().HeaderLines - 1 + more));

        await Refused(edge, $"GET / HTTP/1.1\r\n{Host}{others}\r\n", status);
    }

    // Of a body in chunks the lines between count, too.
    [Theory]
    [InlineData("Content-Length: 20\r\n\r\n01234567890123456789", 200)]
    [InlineData("Content-Length: 21\r\n\r\n01234567890123456789a", 413)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n0\r\n\r\n", 200)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nb\r\n0123456789a\r\n0\r\n\r\n", 413)]
    public async Task A_body_has_a_size_where_it_is_set(string body, int status)
    {
        await using var origin = status == 200 ? Origin.Answering("served") : Origin.Played(); // an origin's early answer would count
        await using var edge = await EdgeUnderTest.Before(origin, limits: new ProxyLimits { Body = 20 }, front: Fronts.Of(front));

        await Refused(edge, $"POST / HTTP/1.1\r\n{Host}{body}", status);
    }

    [Fact]
    public async Task All_clients_together_have_so_many_connections()
    {
        await using var edge = await Serving(new ProxyLimits { Connections = 2 });
        using var first = await edge.Client();
        using (var second = await edge.Client())
        {
            Assert.Equal(200, await Ask(first));
            Assert.Equal(200, await Ask(second));
            using var third = await edge.Client();
            Assert.Equal("HTTP/1.1 503 Too many connections\r\nConnection: close\r\nContent-Length: 0\r\nRetry-After: 1\r\n\r\n", await third.ReadToEnd());
        }

        Assert.Equal(200, await Ask(first));
        await UntilServed(() => edge.Client());
    }

    [Fact]
    public async Task Each_client_address_has_so_many_connections_where_it_is_set()
    {
        await using var edge = await Serving(new ProxyLimits { ConnectionsPerClient = 1 });
        var endpoint = await edge.Listen(listener => listener with { ProxyProtocolFrom = [IPNetwork.Parse("127.0.0.0/8")] });
        async Task<RawClient> From(string address)
        {
            var client = await RawClient.Connect(endpoint);
            await client.Send($"PROXY TCP4 {address} 127.0.0.1 1 1\r\n");
            return client;
        }

        using (var one = await From("203.0.113.1"))
        {
            Assert.Equal(200, await Ask(one));
            using var again = await From("203.0.113.1");
            Assert.StartsWith("HTTP/1.1 503 ", await again.ReadUntil("\r\n\r\n"), StringComparison.Ordinal);
            using var two = await From("203.0.113.2");
            Assert.Equal(200, await Ask(two));
        }

        await UntilServed(() => From("203.0.113.1"));
    }

    private Task<EdgeUnderTest> Serving(ProxyLimits? limits = null) =>
        EdgeUnderTest.Before(Origin.Answering("served"), limits: limits, front: Fronts.Of(front));

    // A refusal ends the connection; an answer leaves it open.
    private static async Task Refused(EdgeUnderTest edge, string request, int status)
    {
        using var client = await edge.Client();
        await client.Send(request);
        var answer = await client.Answer();
        Assert.Equal(status, answer.Status);
        if (status != 200)
        {
            Assert.Equal("close", answer["Connection"]);
            Assert.Equal("", await client.ReadToEnd());
        }
    }

    private static async Task<int> Ask(RawClient client)
    {
        await client.Send($"GET / HTTP/1.1\r\n{Host}\r\n");
        return (await client.Answer()).Status;
    }

    // The edge notices a closed connection when it does.
    private static async Task UntilServed(Func<Task<RawClient>> connect)
    {
        var status = 0;
        while (status != 200)
        {
            using var client = await connect();
            await client.Send($"GET / HTTP/1.1\r\n{Host}\r\n");
            status = int.Parse((await client.ReadUntil("\r\n")).Split(' ')[1], null);
        }
    }
}
