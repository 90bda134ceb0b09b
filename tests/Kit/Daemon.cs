using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Kit;

/// <summary>A program that says on its first line that it is ready, and runs until the test is over.</summary>
public sealed class Daemon : IAsyncDisposable
{
    private readonly Process _process;

    private Daemon(Process process, string firstLine)
    {
        _process = process;
        FirstLine = firstLine;
    }

    public string FirstLine { get; }

    /// <summary>The first line of programs that speak JSON.</summary>
    public JsonNode Ready => JsonNode.Parse(FirstLine)!;

    public int Id => _process.Id;

    public static async Task<Daemon> Start(
        string file, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true, // open until the end: some programs stop when it closes
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var line = await process.StandardOutput.ReadLineAsync();
        return line is not null
            ? new Daemon(process, line)
            : throw new InvalidOperationException($"{file} ended early:\n{await error}");
    }

    /// <summary>An edge on free ports, without a cache unless it is given a size: most tests look at what reaches an origin.</summary>
    public static Task<Daemon> StartEdge(string data, params string[] options) => Start(
        Repository.Edge,
        [
            "serve", "--data", data, "--listen", "127.0.0.1:0", "--control", "127.0.0.1:0",
            .. options.Contains("--cache-size") ? Array.Empty<string>() : ["--cache-size", "0"], .. options,
        ]);

    /// <summary>Ends it as a power cut would.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }

        _process.Dispose();
    }
}
