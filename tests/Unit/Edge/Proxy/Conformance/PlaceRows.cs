using System.Net;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Unit.Edge.Proxy.Conformance;

/// <summary>Where requests go, and what they call it.</summary>
internal static class PlaceRows
{
    private static readonly Backend Away = new() { Name = "away", Address = Wire.Nobody };

    public static readonly Row[] All =
    [
        new("name", "plain", () => Logs(Away, "away (")),
        new("name", "the longest", () => Logs(Away with { Name = new string('n', 255) }, new string('n', 255) + " (")),
        new("name", "of any signs", () => Logs(Away with { Name = "ü \"x\"" }, "ü \"x\" (")),
        new("address", "IPv4", () => Reaches("127.0.0.1", IPAddress.Loopback)),
        new("address", "IPv6", () => Reaches("::1", IPAddress.IPv6Loopback)),
        new("address", "host name", () => Reaches("origin.example.net", IPAddress.Loopback)),
        new("port", "default", () => Logs(Away, $"(http://{Wire.Nobody}:80)")),
        new("port", "highest", () => Logs(Away with { Port = 65_535 }, $"(http://{Wire.Nobody}:65535)")),
        new("port", "another", () => Reaches("127.0.0.1", IPAddress.Loopback)),
        new("useSsl", "default", () => Logs(Away, "(http://")),
        new("useSsl", "default on 443", () => Logs(Away with { Port = 443 }, "(https://")),
        new("useSsl", "false on 443", () => Logs(Away with { Port = 443, UseSsl = false }, "(http://")),
        new("useSsl", "true", UsesTls),
        new("overrideHost", "default", () => Host(null, "www.example.com")),
        new("overrideHost", "with a port", () => Host("bucket.example.net:8443", "bucket.example.net:8443")),
        new("overrideHost", "address", () => Host("192.0.2.1", "192.0.2.1")),
        new("comment", "default", () => Comment("")),
        new("comment", "some", () => Comment("note")),
        new("comment", "lines", () => Comment("a\r\nX-Evil: 1")),
    ];

    private static async Task Logs(Backend backend, string text) =>
        Assert.Contains(text, await Wire.Unreachable(backend), StringComparison.Ordinal);

    private static async Task Reaches(string address, IPAddress at)
    {
        await using var origin = Origin.PlayedAt(new IPEndPoint(at, 0));
        var version = EdgeUnderTest.Version(EdgeUnderTest.At(origin) with { Address = address });
        await using var edge = await EdgeUnderTest.Serving(version, names: Wire.Names(TimeProvider.System, at.ToString()));
        await Wire.Serve(edge, origin);
    }

    private static async Task UsesTls()
    {
        using var certificates = new Certificates();
        await using var origin = Origin.Played(certificates.For("127.0.0.1"));
        await using var edge = await EdgeUnderTest.Before(origin, backend => backend with { UseSsl = true, SslCaCert = certificates.AuthorityPem });
        Assert.NotNull((await Wire.Serve(edge, origin)).Hello);
    }

    private static async Task Host(string? overridden, string expected) =>
        Assert.Equal(expected, (await Wire.Seen(backend => backend with { OverrideHost = overridden }))["Host"]);

    private static async Task Comment(string comment) =>
        Assert.Equal(
            (await Wire.Seen(backend => backend)).Head,
            (await Wire.Seen(backend => backend with { Comment = comment })).Head);
}
