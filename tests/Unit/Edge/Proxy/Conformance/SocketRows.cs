using System.Net;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>What the system is told of a connection, and which family of addresses comes first.</summary>
internal static class SocketRows
{
    public static readonly Row[] All =
    [
        new("tcpKeepaliveEnable", "default", () => Keepalive(backend => backend, (300, 10, 3))),
        new("tcpKeepaliveEnable", "false", () => Keepalive(backend => backend with { TcpKeepaliveEnable = false, TcpKeepaliveTime = 7 }, (0, 0, 0))),
        new("tcpKeepaliveEnable", "true", () => Keepalive(backend => backend with { TcpKeepaliveEnable = true }, (300, 10, 3))),
        new("tcpKeepaliveTime", "default", () => Keepalive(backend => backend with { TcpKeepaliveInterval = 11 }, (300, 11, 3))),
        new("tcpKeepaliveTime", "shortest", () => Keepalive(backend => backend with { TcpKeepaliveTime = 1 }, (1, 10, 3))),
        new("tcpKeepaliveTime", "longest", () => Keepalive(backend => backend with { TcpKeepaliveTime = 32_767 }, (32_767, 10, 3))),
        new("tcpKeepaliveInterval", "default", () => Keepalive(backend => backend with { TcpKeepaliveTime = 20 }, (20, 10, 3))),
        new("tcpKeepaliveInterval", "shortest", () => Keepalive(backend => backend with { TcpKeepaliveInterval = 1 }, (300, 1, 3))),
        new("tcpKeepaliveInterval", "longest", () => Keepalive(backend => backend with { TcpKeepaliveInterval = 32_767 }, (300, 32_767, 3))),
        new("tcpKeepaliveProbes", "default", () => Keepalive(backend => backend with { TcpKeepaliveTime = 30 }, (30, 10, 3))),
        new("tcpKeepaliveProbes", "fewest", () => Keepalive(backend => backend with { TcpKeepaliveProbes = 1 }, (300, 10, 1))),
        new("tcpKeepaliveProbes", "most", () => Keepalive(backend => backend with { TcpKeepaliveProbes = 127 }, (300, 10, 127))),
        new("preferIpv6", "default", () => First(false, "127.0.0.1")),
        new("preferIpv6", "true", () => First(true, "::1")),
        new("preferIpv6", "true, where only IPv4 answers", OnlyIpv4),
    ];

    private static async Task Keepalive(Func<Backend, Backend> change, (int, int, int) expected)
    {
        await using var origin = Origin.Played();
        await using var edge = await EdgeUnderTest.Before(origin, change);
        await Wire.Serve(edge, origin);
        Assert.Equal(expected, SocketOptions.KeepaliveToward(origin.Port));
    }

    private static async Task First(bool preferIpv6, string expected)
    {
        var (four, six) = OnBoth();
        await using (four)
        await using (six)
        {
            await using var edge = await EdgeUnderTest.Serving(Named(four, preferIpv6), names: Wire.Names(TimeProvider.System, "127.0.0.1", "::1"));
            await Wire.Serve(edge, expected == "::1" ? six : four);
            Assert.Equal(1, four.Accepted + six.Accepted);
        }
    }

    private static async Task OnlyIpv4()
    {
        await using var four = Origin.Played();
        await using var edge = await EdgeUnderTest.Serving(Named(four, preferIpv6: true), names: Wire.Names(TimeProvider.System, "::1", "127.0.0.1"));
        await Wire.Serve(edge, four);
    }

    private static ServiceVersion Named(Origin origin, bool preferIpv6) => EdgeUnderTest.Version(
        EdgeUnderTest.At(origin) with { Address = "origin.example.net", PreferIpv6 = preferIpv6 });

    // One port on both families; the system gives a free one of the first, which now and then is taken on the second.
    private static (Origin Four, Origin Six) OnBoth()
    {
        while (true)
        {
            var six = Origin.PlayedAt(new IPEndPoint(IPAddress.IPv6Loopback, 0));
            try
            {
                return (Origin.PlayedAt(new IPEndPoint(IPAddress.Loopback, six.Port)), six);
            }
            catch (System.Net.Sockets.SocketException)
            {
                six.DisposeAsync().AsTask().Wait();
            }
        }
    }
}
