using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeInfra.Model;
using Kit;
using Origin = Kit.Origin;

namespace Peers;

/// <summary>What docs/edge-auth.md shows for Node and nginx, run by them as it stands there.</summary>
public sealed partial class Edge_auth_at_origins
{
    private const long Now = 1_700_000_000;

    [Fact]
    public async Task In_Node_judge_as_the_verifier_in_CSharp_does()
    {
        var good = Header(Now, "old");
        object?[] headers =
        [
            good, Header(Now - 60, "new"), Header(Now - 61, "new"), Header(Now + 5, "new"), Header(Now + 6, "new"), Header(Now, "wrong"),
            good.Replace("AMS", "FRA", StringComparison.Ordinal), good[..^2], good + "x", "", null, "1700000000,AMS", "x,AMS, " + good[16..],
        ];
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("edge-auth.js"), Snippet("edge-auth.js"));
        File.WriteAllText(folder.At("cases.json"), JsonSerializer.Serialize(
            headers.Select(header => new { header, secrets = new[] { "new", "old" }, now = Now })));

        var ran = (await Shell.Run(
            "node", Repository.At("tests", "Peers", "node", "edge-auth.js"), folder.At("edge-auth.js"), folder.At("cases.json"))).Succeeded();

        var verifier = new EdgeAuthVerifier(["new", "old"]);
        var expected = headers.Select(header => verifier.Holds((string?)header, DateTimeOffset.FromUnixTimeSeconds(Now))).ToArray();
        Assert.Equal(expected, JsonSerializer.Deserialize<bool[]>(ran.Output)!);
        Assert.Equal([true, true, false, true, false], expected[..5]);
    }

    [Fact]
    public async Task In_nginx_compare_with_the_new_secret_and_the_old_one()
    {
        await using var nginx = await Nginx.Serve(Snippet("nginx-secret.conf"));

        Assert.Equal(200, await nginx.Ask("new-secret"));
        Assert.Equal(200, await nginx.Ask("old-secret"));
        Assert.Equal(403, await nginx.Ask("other"));
        Assert.Equal(403, await nginx.Ask(null));
    }

    [Fact]
    public async Task In_nginx_ask_a_service_about_the_signature()
    {
        var verifier = new EdgeAuthVerifier(["new"]);
        await using var service = Origin.Answering(request =>
            verifier.Holds(request["Edge-Auth"], DateTimeOffset.FromUnixTimeSeconds(Now))
                ? "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n" : "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            closing: true);
        await using var nginx = await Nginx.Serve(
            Snippet("nginx-hmac.conf").Replace("127.0.0.1:9000", $"127.0.0.1:{service.Port}", StringComparison.Ordinal));

        Assert.Equal(200, await nginx.Ask(Header(Now, "new")));
        Assert.Equal(403, await nginx.Ask(Header(Now, "wrong")));
        Assert.Equal(403, await nginx.Ask(null));
    }

    private static string Header(long seconds, string secret)
    {
        var data = $"{seconds},AMS";
        return $"{data}, {Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(data)))}";
    }

    private static string Snippet(string name) => Snippets().Matches(File.ReadAllText(Repository.At("docs", "edge-auth.md")))
        .Single(match => match.Groups["name"].Value == name).Groups["text"].Value;

    [GeneratedRegex("<!-- snippet: (?<name>[^ ]+) -->\n```\\w+\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippets();

    /// <summary>Debian's nginx with one snippet, on a port of its own. It is ready when the command that starts it ends.</summary>
    private sealed class Nginx : IAsyncDisposable
    {
        private readonly TempFolder _folder = new();
        private readonly int _port = FreePort.Next();

        public static async Task<Nginx> Serve(string snippet)
        {
            var nginx = new Nginx();
            Directory.CreateDirectory(nginx._folder.At("html"));
            File.WriteAllText(nginx._folder.At("html", "index.html"), "hello");
            File.WriteAllText(nginx._folder.At("nginx.conf"), $$"""
                pid nginx.pid;
                error_log error.log;
                events { }
                http {
                    access_log off;
                    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                    {{snippet.Replace("127.0.0.1:8080", $"127.0.0.1:{nginx._port}", StringComparison.Ordinal)}}
                }
                """);
            (await nginx.Run("")).Succeeded();
            return nginx;
        }

        public async Task<int> Ask(string? header)
        {
            using var client = await RawClient.Connect(new IPEndPoint(IPAddress.Loopback, _port));
            var line = header is null ? "" : $"Edge-Auth: {header}\r\n";
            await client.Send($"GET / HTTP/1.1\r\nHost: origin.example\r\n{line}Connection: close\r\n\r\n");
            return (await client.Answer()).Status;
        }

        public async ValueTask DisposeAsync()
        {
            await Run("-s stop");
            _folder.Dispose();
        }

        // A worker that is not root must get into the folder. What it says goes to a file: the server would keep our pipe open.
        private Task<Ran> Run(string flags) => Shell.Run(
            "sh", "-c",
            $"chmod 755 '{_folder.Path}' && nginx -p '{_folder.Path}/' -c nginx.conf -e error.log {flags} >/dev/null 2>>'{_folder.Path}/error.log'");
    }
}
