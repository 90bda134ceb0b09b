using Kit;

namespace Peers;

/// <summary>curl and nghttp2's tools against the real program's listeners.</summary>
public sealed class Visitors_in_TLS_and_HTTP2 : IAsyncLifetime
{
    private static readonly DateTimeOffset Late = new(2050, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly Certificates _authority = new();
    private readonly Origin _origin = Origin.Answering("from the origin");
    private Daemon _edge = null!; // started before every test

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder.At("certificates"));
        _authority.Write(_folder.At("certificates", "local"), Late, "localhost");
        File.WriteAllText(_folder.At("authority.pem"), _authority.AuthorityPem);
        _edge = await Daemon.Start(Repository.Edge,
        [
            "serve", "--data", _folder.At("edge"), "--listen", "127.0.0.1:0", "--control", "127.0.0.1:0", "--listen-h2c", "127.0.0.1:0",
            "--listen-tls", "127.0.0.1:0", "--certificates", _folder.At("certificates"),
        ]);
        using var api = new ControlClient(_edge.Ready["control"]!.GetValue<string>(), File.ReadAllText(_folder.At("edge", "token")).Trim());
        await api.Serve("localhost", _origin.Port);
    }

    public async Task DisposeAsync()
    {
        await _edge.DisposeAsync();
        await _origin.DisposeAsync();
        _authority.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("--listen-tls", "--http1.1", "1.1 200")]
    [InlineData("--listen-tls", "--http2", "2 200")]
    [InlineData("--listen-h2c", "--http2-prior-knowledge", "2 200")]
    [InlineData("--listen", "--http2", "1.1 200")]
    public async Task Curl_is_served_in_the_protocol_it_offers(string listener, string protocol, string seen)
    {
        var ran = (await Curl(protocol, "--write-out", "\n%{http_version} %{http_code}", Url(listener))).Succeeded();

        Assert.Equal($"from the origin\n{seen}", ran.Output);
    }

    [Theory]
    [InlineData("--http1.1")]
    [InlineData("--http2")]
    public async Task Curl_is_told_421_for_a_host_of_another_certificate(string protocol)
    {
        var ran = (await Curl(protocol, "--write-out", "%{http_code}", "--output", "/dev/null", "--header", "Host: www.example.com", Url("--listen-tls"))).Succeeded();

        Assert.Equal("421", ran.Output);
    }

    [Fact]
    public async Task Nghttps_many_streams_are_all_answered()
    {
        foreach (var listener in (string[])["--listen-tls", "--listen-h2c"])
        {
            var ran = (await Shell.Run("h2load", "--requests=2000", "--clients=4", "--max-concurrent-streams=50", Url(listener))).Succeeded();
            Assert.Contains("2000 succeeded, 0 failed, 0 errored, 0 timeout", ran.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    // Fewer than the backend takes at once (max_conn 200): a body is passed on as it comes, so a slow one holds a place until its 408.
    [InlineData("-H", "-i", "1")]
    [InlineData("-B", "-i", "1")]
    [InlineData("-X", "-n", "1")]
    public async Task Normal_visitors_are_served_without_an_error_beside_slow_ones(string kind, string option, string value)
    {
        var slow = Shell.Run("slowhttptest", kind, option, value, "-c", "150", "-r", "150", "-l", "6", "-p", "3", "-u", Url("--listen"));
        do
        {
            Assert.Equal("from the origin", (await Curl(Url("--listen"))).Succeeded().Output);
        }
        while (!slow.IsCompleted);

        await slow;
    }

    private string Url(string option) =>
        _edge.Ready["listeners"]!.AsArray().First(listener => (string)listener!["option"]! == option)!["url"]!.GetValue<string>() + "/";

    private Task<Ran> Curl(params string[] arguments) =>
        Shell.Run("curl", ["--silent", "--show-error", "--ipv4", "--cacert", _folder.At("authority.pem"), .. arguments]);
}
