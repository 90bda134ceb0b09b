using System.Net;
using System.Text;
using EdgeInfra.Edge.Proxy.Front.Connections;

namespace Unit.Edge.Proxy.Front;

public sealed class A_PROXY_header
{
    public static readonly byte[] Signature = [.. "\r\n\r\n\0\r\nQUIT\n"u8];

    public static readonly byte[] Binary = [.. Signature, 0x21, 0x11, 0, 12, 203, 0, 113, 9, 198, 51, 100, 1, 0x12, 0x67, 0x01, 0xBB];

    private static readonly string[] Lines =
    [
        "PROXY TCP4 203.0.113.9 198.51.100.1 4711 443\r\n",
        "PROXY TCP6 2001:db8::9 2001:db8::1 4711 443\r\n",
        "PROXY UNKNOWN\r\n",
        "PROXY UNKNOWN what follows is of no account\r\n",
    ];

    [Fact]
    public void Tells_the_client_and_the_address_it_went_to()
    {
        Assert.Equal(
            new ProxyHeader(46, IPEndPoint.Parse("203.0.113.9:4711"), IPEndPoint.Parse("198.51.100.1:443")), Read(Lines[0]));
        Assert.Equal(
            new ProxyHeader(45, IPEndPoint.Parse("[2001:db8::9]:4711"), IPEndPoint.Parse("[2001:db8::1]:443")), Read(Lines[1] + "GET /"));
        Assert.Equal(
            new ProxyHeader(28, IPEndPoint.Parse("203.0.113.9:4711"), IPEndPoint.Parse("198.51.100.1:443")), ProxyHeader.Read(Binary));
        Assert.Equal(IPAddress.Parse("2001:db8::9"), ProxyHeader.Read(
            [.. Signature, 0x21, 0x21, 0, 36, .. IPAddress.Parse("2001:db8::9").GetAddressBytes(), .. IPAddress.IPv6Loopback.GetAddressBytes(), 0, 1, 0, 2])!.Client!.Address);
    }

    [Fact]
    public void Of_the_balancer_itself_tells_of_no_client()
    {
        Assert.Equal(new ProxyHeader(15, null, null), Read(Lines[2]));
        Assert.Equal(new ProxyHeader(Lines[3].Length, null, null), Read(Lines[3]));
        Assert.Equal(new ProxyHeader(18, null, null), ProxyHeader.Read([.. Signature, 0x20, 0x11, 0, 2, 1, 2])); // LOCAL
        Assert.Equal(new ProxyHeader(16, null, null), ProxyHeader.Read([.. Signature, 0x21, 0x00, 0, 0])); // UNSPEC
        Assert.Equal(new ProxyHeader(16, null, null), ProxyHeader.Read([.. Signature, 0x21, 0x31, 0, 0])); // UNIX
    }

    [Fact]
    public void Ends_behind_what_else_it_holds()
    {
        byte[] told = [.. Binary[..14], 0, 20, .. Binary[16..], 0x04, 0, 5, 1, 2, 3, 4, 5];
        Assert.Equal(36, ProxyHeader.Read([.. told, 9, 9])!.Length);
    }

    [Fact]
    public void Is_awaited_as_long_as_it_may_still_come()
    {
        foreach (var whole in Lines.Select(Encoding.Latin1.GetBytes).Append(Binary))
        {
            Assert.All(Enumerable.Range(0, whole.Length), length => Assert.Null(ProxyHeader.Read(whole.AsSpan(0, length))));
        }
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n")]
    [InlineData("PROXY TCP4 203.0.113.9 198.51.100.1 4711\r\n")]
    [InlineData("PROXY TCP4 203.0.113.9 198.51.100.1 4711 443 1\r\n")]
    [InlineData("PROXY TCP4 203.0.113.9 198.51.100.1 4711 65536\r\n")]
    [InlineData("PROXY TCP4 203.0.113.9 198.51.100.1 4711 -1\r\n")]
    [InlineData("PROXY TCP4 203.0.113 198.51.100.1 4711 443\r\n")]
    [InlineData("PROXY TCP4 2001:db8::9 2001:db8::1 4711 443\r\n")]
    [InlineData("PROXY TCP6 203.0.113.9 198.51.100.1 4711 443\r\n")]
    [InlineData("PROXY TCP5 203.0.113.9 198.51.100.1 4711 443\r\n")]
    [InlineData("PROXY  TCP4 203.0.113.9 198.51.100.1 4711 443\r\n")]
    [InlineData("POST / HTTP/1.1\r\n")]
    [InlineData("PROXY UNKNOWN 0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789")]
    public void Is_refused_when_malformed(string line) => Assert.Throws<FormatException>(() => Read(line));

    [Fact]
    public void Is_refused_when_malformed_in_binary()
    {
        foreach (var (at, value) in ((int, byte)[])[(12, 0x11), (12, 0x22), (13, 0x41), (13, 0x13), (14, 0x10), (15, 11), (5, 1)])
        {
            var broken = Binary.ToArray();
            broken[at] = value;
            Assert.Throws<FormatException>(() => ProxyHeader.Read(broken));
        }
    }

    [Fact]
    public void Never_fails_in_another_way_whatever_the_bytes()
    {
        var random = new Random(4711);
        var begins = Lines.Select(Encoding.Latin1.GetBytes).Append(Binary).Append([]).ToList();
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            var begin = begins[random.Next(begins.Count)];
            begin.AsSpan(0, Math.Min(begin.Length, bytes.Length)).CopyTo(bytes);
            if (bytes.Length > 0)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                Assert.InRange(ProxyHeader.Read(bytes)?.Length ?? 1, 1, Math.Max(1, bytes.Length));
            }
            catch (FormatException)
            {
                // refused
            }
        }
    }

    private static ProxyHeader? Read(string text) => ProxyHeader.Read(Encoding.Latin1.GetBytes(text));
}
