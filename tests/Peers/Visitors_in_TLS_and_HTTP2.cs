using Kit;

namespace Peers;

/// <summary>curl and nghttp2's tools against the real program's listeners.</summary>
public sealed class Visitors_in_TLS_and_HTTP2 : IAsyncLifetime
{
    private readonly Origin _origin = Origin.Answering("from the origin");
    private TlsEdge _edge = null!; // started before every test

    public async Task InitializeAsync() => _edge = await TlsEdge.Start(_origin);

    public async Task DisposeAsync()
    {
        await _edge.DisposeAsync();
        await _origin.DisposeAsync();
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
    [InlineData("-H", "-i", "1")]
    [InlineData("-B", "-i", "1")]
    [InlineData("-X", "-n", "1")]
    public async Task Normal_visitors_are_served_without_an_error_beside_slow_ones(string kind, string option, string value)
    {
        var slow = Shell.Run("slowhttptest", kind, option, value, "-c", "300", "-r", "300", "-l", "6", "-p", "3", "-u", Url("--listen"));
        do
        {
            Assert.Equal("from the origin", (await Curl(Url("--listen"))).Succeeded().Output);
        }
        while (!slow.IsCompleted);

        await slow;
    }

    private string Url(string option) => _edge.Url(option);

    private Task<Ran> Curl(params string[] arguments) =>
        Shell.Run("curl", ["--silent", "--show-error", "--ipv4", "--cacert", _edge.AuthorityFile, .. arguments]);
}
