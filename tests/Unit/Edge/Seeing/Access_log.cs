using System.Text.Json.Nodes;
using EdgeInfra.Edge.Proxy.Seeing;
using EdgeInfra.Model;
using Kit;
using Unit.Edge.Proxy;
using Origin = Kit.Origin;

namespace Unit.Edge.Seeing;

public sealed class Access_log : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly RunningLog _told = new();

    private string File1 => Path.Combine(_folder.Path, "access.log");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Has_a_line_of_JSON_for_each_request_and_no_secrets()
    {
        await using var origin = Origin.Answering(_ => "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nSet-Cookie: session=topsecret\r\n\r\nhello");
        await Serve(new AccessJson(), new AccessFile(File1), EdgeUnderTest.Version(EdgeUnderTest.At(origin)), async edge =>
        {
            await edge.Get("/a?b=1", headers: "Authorization: topsecret\r\nCookie: topsecret\r\ntraceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\n");
            await edge.Get("/", host: "nobody.example.com");
        });

        var lines = await File.ReadAllLinesAsync(File1);
        Assert.DoesNotContain(lines, line => line.Contains("topsecret", StringComparison.Ordinal));
        var told = lines.Select(line => JsonNode.Parse(line)!).ToLookup(line => (string?)line["host"]); // each connection ends in its own time
        var (first, second) = (told["www.example.com"].Single(), told["nobody.example.com"].Single());
        Assert.Equal(
            ("svc", 1, "127.0.0.1", "GET", "www.example.com", "/a?b=1", 200, 5, "origin", 0, "0af7651916cd43dd8448eb211c80319c"),
            ((string?)first["service"], (int)first["version"]!, (string?)first["client"], (string?)first["method"], (string?)first["host"],
            (string?)first["url"], (int)first["status"]!, (int)first["bytes"]!, (string?)first["backend"], (int)first["retries"]!, (string?)first["trace_id"]));
        Assert.Equal((null, "unknown_domain", 500), ((string?)second["service"], (string?)second["cause"], (int)second["status"]!));
        Assert.Equal(first.AsObject().Select(field => field.Key), second.AsObject().Select(field => field.Key));
    }

    [Fact]
    public async Task Follows_the_notation_of_Apache()
    {
        await using var origin = Origin.Answering(_ => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nX-Two: b\r\n\r\n");
        var format = AccessPattern.Parse("""%h %l %u "%r" %>s %b %B %U%q "%{X-One}i" %{X-Two}o %{backend}x %{cause}x 100%%""");
        await Serve(format, new AccessFile(File1), EdgeUnderTest.Version(EdgeUnderTest.At(origin)), edge => edge.Get("/a?b", headers: "X-One: quoted \" and \\\r\n"));
        Assert.Equal("127.0.0.1 - - \"GET /a?b HTTP/1.1\" 404 - 0 /a?b \"quoted \\\" and \\\\\" b origin - 100%\n", await File.ReadAllTextAsync(File1));
    }

    [Theory]
    [InlineData("%Z", "%Z is not known")]
    [InlineData("%{Cookie}i", "the header Cookie is a secret")]
    [InlineData("%{set-cookie}o", "is a secret")]
    [InlineData("%{nothing}x", "fields are service")]
    [InlineData("%{open", "has no }")]
    [InlineData("%", "write %%")]
    public void Refuses_a_pattern_it_cannot_follow(string pattern, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => AccessPattern.Parse(pattern)).Message, StringComparison.Ordinal);

    [Fact]
    public void Goes_on_in_a_new_file_when_the_old_one_was_moved()
    {
        using var file = new AccessFile(File1);
        file.Write("one\n"u8);
        File.Move(File1, File1 + ".1");
        file.Write("two\n"u8);
        File.WriteAllText(File1, ""); // cut away under it
        file.Write("three\n"u8);
        Assert.Equal(("one\n", "three\n"), (File.ReadAllText(File1 + ".1"), File.ReadAllText(File1)));
    }

    [Fact]
    public void Goes_on_in_a_new_file_when_told_to()
    {
        using var file = new AccessFile(File1);
        file.Write("one\n"u8);
        File.Move(File1, File1 + ".1");
        File.WriteAllText(File1, "longer than what was written\n");
        file.Reopen();
        file.Write("two\n"u8);
        Assert.Equal("longer than what was written\ntwo\n", File.ReadAllText(File1));
    }

    [Fact]
    public async Task Drops_lines_when_the_disk_is_full_and_says_so_once()
    {
        var answered = 0;
        await using var origin = Origin.Answering(_ => "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        var log = await Serve(new AccessJson(), new AccessFile("/dev/full"), EdgeUnderTest.Version(EdgeUnderTest.At(origin)), async edge =>
        {
            for (var i = 0; i < 3; i++)
            {
                answered += (await edge.Get()).Status == 200 ? 1 : 0;
            }
        });
        Assert.Equal((3, 3), (answered, log.Dropped));
        Assert.Single(_told.Lines, line => line.Contains("cannot be written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drops_lines_rather_than_wait_for_a_slow_disk()
    {
        using var target = new BlockedTarget();
        await using var origin = Origin.Answering(_ => "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        var log = new AccessLog(new AccessJson(), target, TimeProvider.System, _told.Add, mostWaiting: 2);
        await using (var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version(EdgeUnderTest.At(origin)), ended: log.Add))
        {
            await edge.Get();
            await target.Began;
            for (var i = 0; i < 5; i++)
            {
                Assert.Equal(200, (await edge.Get()).Status);
            }

            await edge.Drain(CancellationToken.None);
        }

        Assert.Equal(3, log.Dropped); // one is being written, two wait
        target.GoOn();
        await log.DisposeAsync();
        Assert.Equal(3, target.Lines);
    }

    private async Task<AccessLog> Serve(IAccessFormat format, IAccessTarget target, ServiceVersion version, Func<EdgeUnderTest, Task> visit)
    {
        var log = new AccessLog(format, target, TimeProvider.System, _told.Add);
        await using (var edge = await EdgeUnderTest.Serving(version, ended: log.Add))
        {
            await visit(edge);
            await edge.Drain(CancellationToken.None);
        }

        await log.DisposeAsync();
        return log;
    }
}
