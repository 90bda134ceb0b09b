using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using EdgeInfra.Edge.Commands;
using Kit;
using Unit.Edge.Control;

namespace Unit.Edge.Commands;

public sealed class Command_line : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _folder.Dispose();
        _out.Dispose();
        _error.Dispose();
    }

    [Theory]
    [InlineData("", "Required command")]
    [InlineData("serve", "--data")]
    [InlineData("serve --data DIR --listen 8080", "--listen 8080: must be an IP address")]
    [InlineData("serve --data DIR --listen 127.0.0.1:70000", "--listen 127.0.0.1:70000: must be")]
    [InlineData("serve --data DIR --control example.com:80", "--control example.com:80: must be")]
    [InlineData("serve --data DIR --lisen 127.0.0.1:0", "--lisen")]
    [InlineData("serve --data DIR --listen 127.0.0.1:9901", "--control 127.0.0.1:9901: --listen has that address")]
    [InlineData("serve --data DIR --listen 127.0.0.1:8080 --listen 127.0.0.1:8080", "--listen 127.0.0.1:8080: --listen has that address")]
    [InlineData("serve --data DIR --listen-tls 127.0.0.1:9901 --certificates DIR", "--control 127.0.0.1:9901: --listen-tls has that address")]
    [InlineData("serve --data DIR --listen-tls 8443", "--listen-tls 8443: must be an IP address")]
    [InlineData("serve --data DIR --listen-tls 127.0.0.1:0", "--listen-tls 127.0.0.1:0: give --certificates")]
    [InlineData("serve --data DIR --certificates DIR", "--certificates DIR: nobody would see them; give --listen-tls too")]
    [InlineData("serve --data DIR --proxy-protocol 127.0.0.1:1 --proxy-protocol-from 10.0.0.0/8", "--proxy-protocol 127.0.0.1:1: no --listen or --listen-tls has that address")]
    [InlineData("serve --data DIR --proxy-protocol 127.0.0.1:8080", "--proxy-protocol 127.0.0.1:8080: give --proxy-protocol-from too")]
    [InlineData("serve --data DIR --proxy-protocol-from 10.0.0.0/8", "--proxy-protocol-from 10.0.0.0/8: give --proxy-protocol too")]
    [InlineData("serve --data DIR --proxy-protocol-from 10.0.0.0/33", "--proxy-protocol-from 10.0.0.0/33: must be an address range")]
    [InlineData("serve --data DIR --max-body -1", "--max-body -1: must be 0 or more")]
    [InlineData("serve --data DIR --max-connections 0", "--max-connections 0: must be 1 or more")]
    [InlineData("serve --data DIR --shield AMS", "--shield AMS: must be a place and its address")]
    [InlineData("serve --data DIR --shield AMS=192.0.2.1:0", "--shield AMS=192.0.2.1:0: must be a place and its address")]
    [InlineData("serve --data DIR --shield AMS=[::1]:80 --shield AMS=b.example:80", "--shield AMS=b.example:80: AMS has an address already")]
    [InlineData("serve --data DIR --shield AMS=192.0.2.1:80", "--shield AMS=192.0.2.1:80: give --shield-secret FILE too")]
    [InlineData("serve --data DIR --shield-secret DIR/none", "--shield-secret DIR/none: must hold a text of 16 characters or more")]
    [InlineData("serve --data DIR --place a!b", "--place a!b: must be letters, digits and hyphens")]
    [InlineData("serve --data DIR --probes never", "--probes never: must be load or first-request")]
    [InlineData("bucket DIR/nowhere", "DIR/nowhere: there is no such folder")]
    [InlineData("bucket DIR --detach", "--data")]
    [InlineData("bucket DIR --data DIR", "--data DIR: that is the folder to be served")]
    [InlineData("bucket DIR --log DIR/log", "--log DIR/log: lies in the folder to be served")]
    [InlineData("bucket DIR --store ftp", "--store ftp: must be one of s3, gcs, azure, b2, oss")]
    [InlineData("bucket DIR --clock 20", "--clock 20: must be a sign, a number and s, m, h or d")]
    [InlineData("bucket DIR --private", "--private: give --name too")]
    [InlineData("bucket DIR --private --name www", "--private: give --access-key and --secret-key, or EDGEINFRA_BUCKET_ACCESS_KEY")]
    [InlineData("bucket DIR --access-key id", "--access-key: give --access-key and --secret-key")]
    [InlineData("bucket DIR --store azure --access-key id --secret-key key!", "--secret-key: Azure's account keys are Base64")]
    public async Task Refuses_wrong_input_naming_the_option(string arguments, string reason)
    {
        Assert.Equal(2, await Run(arguments));
        Assert.Contains(
            reason.Replace("DIR", _folder.Path, StringComparison.Ordinal), _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_out.ToString());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Refuses_an_empty_data_directory()
    {
        Assert.Equal(2, await Line().Run(["stop", "--data", ""]));
        Assert.Contains("--data: must name a folder", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--listen {0} --control 127.0.0.1:0", "--listen {0}")]
    [InlineData("--listen 127.0.0.1:0 --control {0}", "--control {0}")]
    public async Task Names_the_option_whose_port_is_taken(string options, string named)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        Assert.Equal(1, await Run("serve --data DIR " + string.Format(null, options, other.LocalEndpoint)));
        Assert.Equal($"{string.Format(null, named, other.LocalEndpoint)}: the port is in use by another program; choose another, or 0 for a free one", _error.ToString().TrimEnd());
    }

    [Fact]
    public async Task Serves_on_the_same_free_ports_after_a_restart()
    {
        var first = await ServeOnce();
        Assert.Equal(first.ToJsonString(), (await ServeOnce()).ToJsonString());
        Assert.Equal(_folder.Path, (string)first["data"]!);
        Assert.Equal($"http://localhost:{((string)first["listen"]!).Split(':')[1]}", (string)first["url"]!);
        Assert.DoesNotContain(
            File.ReadAllText(Path.Combine(_folder.Path, "token")).Trim(), _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_every_listener_and_keeps_the_port_of_each()
    {
        const string Serve = "--listen 127.0.0.1:0 --listen 127.0.0.1:0 --listen-h2c 127.0.0.1:0 --control 127.0.0.1:0";
        var first = (await ServeOnce(Serve))["listeners"]!.AsArray();
        Assert.Equal(new[] { "--listen", "--listen", "--listen-h2c" }, first.Select(listener => (string)listener!["option"]!));
        Assert.Equal(3, first.Select(listener => (string)listener!["listen"]!).Distinct().Count());
        Assert.Equal(first.ToJsonString(), (await ServeOnce(Serve))["listeners"]!.ToJsonString());
    }

    [Fact]
    public async Task Chooses_another_port_when_the_remembered_one_was_taken_meanwhile()
    {
        var first = await ServeOnce();
        using var other = new TcpListener(IPEndPoint.Parse((string)first["listen"]!));
        other.Start();
        Assert.NotEqual((string)first["listen"]!, (string)(await ServeOnce())["listen"]!);
        Assert.Contains("is in use by another program now", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_its_token_to_its_owner()
    {
        Assert.Equal(1, await Run("token --data DIR"));
        Assert.Contains("there is no token yet", _error.ToString(), StringComparison.Ordinal);
        await ServeOnce();
        _out.GetStringBuilder().Clear();
        Assert.Equal(0, await Run("token --data DIR"));
        Assert.Matches("^[0-9a-f]{48}\n$", _out.ToString());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder.Path, "token")));
        }
    }

    [Fact]
    public async Task Stops_nothing_that_only_has_the_number_of_an_edge()
    {
        new DataDirectory(_folder.Path).WriteRunning(new RunningProcess(Environment.ProcessId, "another boot/1", "", "{}"));
        Assert.Equal(0, await Run("stop --data DIR"));
        Assert.Equal(0, await Run("stop --data DIR/nowhere"));
    }

    [Fact]
    public async Task Runs_one_edge_in_the_background_until_it_is_stopped()
    {
        const string Serve = "serve --data DIR --listen 127.0.0.1:0 --control 127.0.0.1:0 --detach";
        Assert.True(await Run(Serve) == 0, _error.ToString());
        Assert.Equal(0, await Run(Serve));
        var lines = _out.ToString().TrimEnd().Split('\n');
        Assert.Equal(lines[0], lines[1]);

        var ready = JsonNode.Parse(lines[0])!;
        using var client = new HttpClient();
        Assert.Equal("""{"status":"ok"}""", await client.GetStringAsync(new Uri($"{ready["control"]}/health")));
        Assert.Equal(1, await Run("serve --data DIR --listen 127.0.0.1:0 --control 127.0.0.1:0")); // the directory is in use
        Assert.Contains($"--data {_folder.Path}: in use by another edge", _error.ToString(), StringComparison.Ordinal);

        Assert.Equal(0, await Run(Serve.Replace("--listen 127.0.0.1:0", "--listen localhost:0", StringComparison.Ordinal)));
        Assert.Equal(0, await Run("stop --data DIR"));
        Assert.Null(ProcessBirth.Of((int)ready["pid"]!));
        Assert.Equal(0, await Run("stop --data DIR"));
    }

    [Fact]
    public async Task Tells_why_it_cannot_run_in_the_background()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        Assert.Equal(1, await Run($"serve --data DIR --listen {other.LocalEndpoint} --control 127.0.0.1:0 --detach"));
        Assert.StartsWith($"--listen {other.LocalEndpoint}: the port is in use", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_out.ToString());
    }

    private async Task<JsonNode> ServeOnce(string options = "--listen 127.0.0.1:0 --control 127.0.0.1:0")
    {
        _out.GetStringBuilder().Clear();
        using var stop = new CancellationTokenSource();
        Assert.True(await Line(onReady: stop).Run(["serve", "--data", _folder.Path, .. options.Split(' ')], stop.Token) == 0, _error.ToString());
        return JsonNode.Parse(_out.ToString())!;
    }

    private Task<int> Run(string arguments) =>
        Line().Run([.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(argument => argument.Replace("DIR", _folder.Path, StringComparison.Ordinal))]);

    private CommandLine Line(CancellationTokenSource? onReady = null)
    {
        var open = new List<Listening>();
        var programs = new Programs(
            Proxy: (_, _, _, _) => Task.FromResult(new RunningProxy(
                async (listener, _) =>
                {
                    open.Add(await Listen(listener.Endpoint, onReady));
                    return open[^1].Endpoint;
                },
                _ => { }, _ => Task.CompletedTask, async () => await Task.WhenAll(open.Select(listening => listening.Dispose().AsTask())))),
            Bucket: (_, listen, _) => Listen(listen, onReady));
        return new CommandLine(programs, new CommandConsole(_out, _error, TimeProvider.System), apiKey: null);
    }

    // Stands in for the proxy: listens, and is told to stop as soon as it waits for that.
    private static Task<Listening> Listen(IPEndPoint endpoint, CancellationTokenSource? onReady)
    {
        var listener = new TcpListener(endpoint);
        try
        {
            listener.Start();
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new Microsoft.AspNetCore.Connections.AddressInUseException(error.Message, error);
        }

        onReady?.CancelAfter(0);
        return Task.FromResult(new Listening((IPEndPoint)listener.LocalEndpoint, _ => Task.CompletedTask, () =>
        {
            listener.Dispose();
            return ValueTask.CompletedTask;
        }));
    }
}
