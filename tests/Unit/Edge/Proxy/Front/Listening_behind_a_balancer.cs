using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using EdgeInfra.Edge.Proxy;
using EdgeInfra.Edge.Proxy.Front.Certificates;
using Kit;

namespace Unit.Edge.Proxy.Front;

public abstract class Listening_behind_a_balancer(string front)
{
    private const string Line = "PROXY TCP4 203.0.113.9 198.51.100.1 4711 443\r\n";

    private const string Get = "GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n";

    public sealed class On_sockets() : Listening_behind_a_balancer("Sockets");

    public sealed class On_Kestrel() : Listening_behind_a_balancer("Kestrel");

    [Fact]
    public async Task Takes_the_client_from_the_header_however_it_is_cut()
    {
        await using var edge = await EdgeUnderTest.Before(Echo.Origin(), front: Fronts.Of(front));
        using var client = await Connect(edge);

        foreach (var piece in Line[..^1].Chunk(7))
        {
            await client.Send(new string(piece));
        }

        await client.Send("\n" + Get);

        Assert.Contains("\r\nX-Forwarded-For: 203.0.113.9\r\n", (await client.Answer()).Body, StringComparison.Ordinal);
        await client.Send(Get); // the connection's header counts for all its requests
        Assert.Contains("\r\nFastly-Client-IP: 203.0.113.9\r\n", (await client.Answer()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serves_the_balancers_own_checks_as_its_own()
    {
        await using var edge = await EdgeUnderTest.Before(Echo.Origin(), front: Fronts.Of(front));
        using var client = await Connect(edge);

        await client.Send(Encoding.Latin1.GetString([.. A_PROXY_header.Signature, 0x20, 0, 0, 0]) + Get);

        Assert.Contains("\r\nX-Forwarded-For: 127.0.0.1\r\n", (await client.Answer()).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Get)]
    [InlineData("PROXY TCP4 203.0.113.9\r\n" + Get)]
    public async Task Closes_a_trusted_peers_connection_without_a_proper_header(string sent)
    {
        await using var edge = await EdgeUnderTest.Before(Echo.Origin(), front: Fronts.Of(front));
        using var client = await Connect(edge);

        await client.Send(sent);

        Assert.Equal("", await End(client));
        await edge.Logged("connection closed: ");
    }

    [Fact]
    public async Task Closes_a_trusted_peers_connection_whose_header_does_not_come_in_time()
    {
        var time = new ManualTime();
        await using var edge = await EdgeUnderTest.Before(
            Echo.Origin(), time: time, limits: new ProxyLimits { ProxyHeaderTime = TimeSpan.FromSeconds(5) }, front: Fronts.Of(front));
        using var client = await Connect(edge);
        await client.Send("PROXY TCP4");
        await time.TimerSet(TimeSpan.FromSeconds(5));

        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("", await End(client));
    }

    [Theory]
    [InlineData("", 200)]
    [InlineData(Line, 400)]
    public async Task Believes_nobody_else(string before, int status)
    {
        await using var edge = await EdgeUnderTest.Before(Echo.Origin(), front: Fronts.Of(front));
        using var client = await Connect(edge, "10.0.0.0/8");

        await client.Send(before + Get);

        var answer = await client.Answer();
        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain("203.0.113.9", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_the_header_before_TLS()
    {
        using var authority = new Certificates();
        using var folder = new TempFolder();
        authority.Write(folder.At("www"), new(2050, 1, 1, 0, 0, 0, TimeSpan.Zero), "www.example.com");
        using var certificates = CertificateFolder.Open(folder.Path, TimeProvider.System, _ => { });
        await using var edge = await EdgeUnderTest.Before(Echo.Origin(), front: Fronts.Of(front));
        var endpoint = await edge.Listen(listener => listener with { ProxyProtocolFrom = [IPNetwork.Parse("127.0.0.0/8")], Certificates = certificates });
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(endpoint);
        await tcp.GetStream().WriteAsync(A_PROXY_header.Binary);
        await using var tls = new SslStream(tcp.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "www.example.com",
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is { Subject: "CN=www.example.com" },
        });

        await tls.WriteAsync(Encoding.Latin1.GetBytes(Get.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal)));
        var answer = await new StreamReader(tls).ReadToEndAsync();

        Assert.Contains("X-Forwarded-For: 203.0.113.9\r\n", answer, StringComparison.Ordinal);
    }

    private static async Task<string> End(RawClient client)
    {
        try
        {
            return await client.ReadToEnd();
        }
        catch (IOException)
        {
            return ""; // reset
        }
    }

    private static async Task<RawClient> Connect(EdgeUnderTest edge, string trusted = "127.0.0.0/8") => await RawClient.Connect(
        await edge.Listen(listener => listener with { ProxyProtocolFrom = [IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse(trusted)] }));
}
