using System.Diagnostics;

namespace Kit;

/// <summary>A command under way whose lines a test follows.</summary>
public sealed class Running : IAsyncDisposable
{
    private readonly Process _process;
    private readonly RunningLog _output = new();
    private readonly RunningLog _error = new();
    private readonly Task _lines;

    private Running(Process process)
    {
        _process = process;
        _lines = Task.WhenAll(Follow(process.StandardOutput, _output), Follow(process.StandardError, _error));
    }

    public int Id => _process.Id;

    public static Running Start(string folder, string file, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>>? environment = null)
    {
        // Whoever runs the tests in the background may have made it ignore interrupts, which commands inherit.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", file, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new Running(process);
    }

    /// <summary>Completes when it has said that, on either stream; fails when it ends without.</summary>
    public async Task Says(string text)
    {
        var said = Task.WhenAny(_output.Has(text), _error.Has(text));
        if (await Task.WhenAny(said, _lines) == _lines && !said.IsCompleted)
        {
            throw new InvalidOperationException($"it ended without saying \"{text}\":\n{string.Join('\n', [.. _output.Lines, .. _error.Lines])}");
        }
    }

    /// <summary>What Ctrl-C does.</summary>
    public Task Interrupt() => Shell.Run("kill", "-INT", $"{_process.Id}");

    public async Task<Ran> Ended()
    {
        await _process.WaitForExitAsync();
        await _lines;
        return new Ran(_process.ExitCode, Text(_output), Text(_error));
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task Follow(StreamReader from, RunningLog to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            to.Add(line);
        }
    }

    private static string Text(RunningLog log) => string.Concat(log.Lines.Select(line => line + "\n"));
}
