using System.ComponentModel;
using System.Diagnostics;

namespace EdgeInfra.Engine.Programs;

/// <summary>A program that is run to its end; cancelling ends it with everything that it started.</summary>
internal sealed class ChildProcess(string file, IEnumerable<string> arguments, string directory, TimeProvider time)
{
    // Whoever inherited the output may live on, as compiler servers do; what was printed is there by then.
    private static readonly TimeSpan LastLines = TimeSpan.FromSeconds(1);

    /// <summary>Set beside what this process itself has.</summary>
    public Dictionary<string, string> Environment { get; init; } = [];

    /// <returns>Its exit code.</returns>
    /// <exception cref="FileNotFoundException">There is no such program.</exception>
    public async Task<int> Run(Action<string> output, Action<string> error, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var process = Start();
        var lines = Task.WhenAll(Forward(process.StandardOutput, output), Forward(process.StandardError, error));
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        await Task.WhenAny(lines, Task.Delay(LastLines, time, cancel));
        return process.ExitCode;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception failure)
        {
            throw new FileNotFoundException($"'{file}' cannot be started: {failure.Message}", file, failure);
        }
    }

    private static async Task Forward(StreamReader from, Action<string> to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            to(line);
        }
    }
}
