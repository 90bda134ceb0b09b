using System.Globalization;
using Kit;

namespace Bench.Proxy;

/// <summary>The servers that are compared, each with one worker and the best configuration known for passing through, and the origin they share.</summary>
internal static class Contenders
{
    public const string Ours = "edgeinfra", Nginx = "nginx", Naive = "naive", NaiveInline = "naive, inline";

    private const int ServerCore = 0, ClientCore = 1;

    /// <summary>How to start each, given the origin's port and a folder of its own.</summary>
    public static IReadOnlyDictionary<string, Func<int, string, Task<Server>>> All { get; } = new Dictionary<string, Func<int, string, Task<Server>>>
    {
        [Nginx] = (origin, folder) => StartNginx(ServerCore, folder, $$"""
            upstream origin { server 127.0.0.1:{{Text(origin)}}; keepalive 128; keepalive_requests 1000000000; }
            server {
              listen 127.0.0.1:PORT;
              location / {
                proxy_pass http://origin; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host;
                proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                proxy_buffer_size 16k; proxy_buffers 8 32k; proxy_busy_buffers_size 64k; proxy_max_temp_file_size 0;
              }
            }
            """),
        ["haproxy"] = StartHaproxy,
        ["varnish"] = StartVarnish,
        [Ours] = StartOurs,
        [Naive] = (origin, _) => StartNaive(origin),
        [NaiveInline] = (origin, _) => StartNaive(origin, ("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1")),
    };

    /// <summary>nginx on the client's core, with a file for each size.</summary>
    public static Task<Server> StartOrigin(string folder)
    {
        foreach (var size in ProxyBench.Sizes)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{Text(size)}k"), Enumerable.Repeat((byte)'x', size * 1024).ToArray());
        }

        return StartNginx(ClientCore, folder, $$"""
            server {
              listen 127.0.0.1:PORT; root {{folder}}; sendfile on; open_file_cache max=100; open_file_cache_valid 1h;
              location = /1k { sendfile off; }
            }
            """);
    }

    public static Task<Load> PutLoad(Server server, string path, int seconds) => Load.Put(ClientCore, server.Port, path, seconds);

    private static Task<Server> StartNginx(int core, string folder, string servers)
    {
        var port = FreePort.Next();
        var file = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(file, $$"""
            daemon off; master_process off; pid {{folder}}/nginx.pid; error_log stderr error; worker_rlimit_nofile 8192;
            events { worker_connections 4096; }
            http {
              access_log off; keepalive_timeout 1h; keepalive_requests 1000000000; tcp_nodelay on;
              client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/f; uwsgi_temp_path {{folder}}/u; scgi_temp_path {{folder}}/s;
              {{servers.Replace("PORT", Text(port), StringComparison.Ordinal)}}
            }
            """);
        return Server.Start(core, port, "/1k", "nginx", ["-p", folder, "-c", file]);
    }

    private static Task<Server> StartHaproxy(int origin, string folder)
    {
        var port = FreePort.Next();
        var file = Path.Combine(folder, "haproxy.cfg");
        File.WriteAllText(file, $"""
            global
              nbthread 1
              maxconn 2000
            defaults
              mode http
              timeout connect 5s
              timeout client 60s
              timeout server 60s
              http-reuse always
              option forwardfor
            listen bench
              bind 127.0.0.1:{Text(port)}
              server origin 127.0.0.1:{Text(origin)}

            """);
        return Server.Start(ServerCore, port, "/1k", "haproxy", ["-db", "-q", "-f", file]);
    }

    private static Task<Server> StartVarnish(int origin, string folder)
    {
        var port = FreePort.Next();
        var file = Path.Combine(folder, "pass.vcl");
        File.WriteAllText(file, $$"""
            vcl 4.1;
            backend origin { .host = "127.0.0.1"; .port = "{{Text(origin)}}"; }
            sub vcl_recv { return (pass); }
            """);
        return Server.Start(
            ServerCore, port, "/1k", "varnishd",
            ["-F", "-j", "none", "-n", Path.Combine(folder, "work"), "-f", file, "-a", $"127.0.0.1:{Text(port)}", "-T", "none", "-s", "malloc,64m", "-p", "thread_pools=1"]);
    }

    private static async Task<Server> StartOurs(int origin, string folder)
    {
        var (port, control, data) = (FreePort.Next(), FreePort.Next(), Path.Combine(folder, "data"));
        // The first one is there to be told what to serve; the one that is measured begins with it.
        await using (await Daemon.Start(Repository.Edge, ["serve", "--data", data, "--listen", $"127.0.0.1:{Text(port)}", "--control", $"127.0.0.1:{Text(control)}", "--cache-size", "0"], Key))
        {
            using var client = new ControlClient($"http://127.0.0.1:{Text(control)}", Key["EDGEINFRA_API_KEY"]!);
            await client.Serve(Load.Host, origin);
        }

        return await Server.Start(
            ServerCore, port, "/1k", Repository.Edge,
            ["serve", "--data", data, "--listen", $"127.0.0.1:{Text(port)}", "--control", $"127.0.0.1:{Text(control)}", "--cache-size", "0"], ("EDGEINFRA_API_KEY", Key["EDGEINFRA_API_KEY"]!));
    }

    private static Dictionary<string, string?> Key { get; } = new() { ["EDGEINFRA_API_KEY"] = "bench" };

    private static Task<Server> StartNaive(int origin, params (string, string)[] environment)
    {
        var port = FreePort.Next();
        return Server.Start(
            ServerCore, port, "/1k", "dotnet",
            [typeof(Contenders).Assembly.Location, "naive", $"http://127.0.0.1:{Text(port)}", $"http://127.0.0.1:{Text(origin)}"],
            environment);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
