using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Bench.Proxy;

/// <summary>A program that serves HTTP on one core, and what it has cost so far.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const int TicksPerSecond = 100; // USER_HZ is the same on every Linux

    private readonly Process _process;

    private Server(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public int Id => _process.Id;

    /// <summary>Time on a processor, its children's included: some servers have one that serves.</summary>
    public TimeSpan Worked => TimeSpan.FromSeconds(Family().Sum(id => Ticks(id)) / (double)TicksPerSecond);

    public long ResidentBytes => Family().Sum(ResidentOf);

    /// <summary>Starts it on that core; returns when it answers.</summary>
    public static async Task<Server> Start(
        int core, int port, string path, string file, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("taskset", ["-c", core.ToString(CultureInfo.InvariantCulture), file, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, line) => Tell(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new Server(process, port);
        await server.Answers(path);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task Answers(string path)
    {
        using var client = new HttpClient { DefaultRequestHeaders = { { "Host", Load.Host } } };
        while (!_process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{Port}{path}"));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        throw new InvalidOperationException($"{_process.StartInfo.ArgumentList[2]} ended early, with exit code {_process.ExitCode}.");
    }

    private static void Tell(string? line)
    {
        if (line is not null && line.Contains("error", StringComparison.OrdinalIgnoreCase))
        {
            Console.Error.WriteLine(line);
        }
    }

    private IEnumerable<int> Family() => Directory.GetDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id == Id || (id > 0 && Stat(id) is { } stat && stat[1] == Id.ToString(CultureInfo.InvariantCulture)));

    private static long Ticks(int id) => Stat(id) is { } stat
        ? long.Parse(stat[11], CultureInfo.InvariantCulture) + long.Parse(stat[12], CultureInfo.InvariantCulture) : 0;

    private static long ResidentOf(int id) =>
        Stat(id) is { } stat ? long.Parse(stat[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize : 0;

    // What follows the name in brackets, which may hold anything; null when the process has gone.
    private static string[]? Stat(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
