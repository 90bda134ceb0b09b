using System.Diagnostics;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Builtin;

/// <summary>Runs one command to the end of its own process, whatever it leaves running behind it.</summary>
/// <param name="directory">Where commands run that name no folder, and what their folder is relative to.</param>
internal sealed class CommandRunner(string directory, TimeProvider time)
{
    // A terminal sends Ctrl-C to everything that runs on it; a command under way is to be finished.
    private const string WithoutInterrupts = "trap '' INT HUP; exec \"$@\"";

    // A daemon inherits the pipes and keeps them open. What the command wrote before it ended is in them already, but on a
    // busy machine it may take a while until it is read.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(2);

    public async Task<CommandOutput> Run(
        string command, CommandInputs inputs, IEnumerable<(string Name, string Value)> environment, Action<string> log,
        CancellationToken cancel)
    {
        using var process = Start(command, inputs, environment);
        var stdout = new OutputCollector(process.StandardOutput.BaseStream, inputs.LogsStdout ? log : null);
        var stderr = new OutputCollector(process.StandardError.BaseStream, inputs.LogsStderr ? log : null);
        using var enough = new CancellationTokenSource();
        var reading = Task.WhenAll(stdout.Read(enough.Token), stderr.Read(enough.Token));
        // Kills where the token is cancelled: whoever does that may be about to end this process.
        using var killing = cancel.Register(() => process.Kill(entireProcessTree: true));
        var feeding = Feed(process, inputs.Stdin, enough.Token);
        try
        {
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
            await reading.WaitAsync(Drain, time, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Something else holds the pipes.
        }
        finally
        {
            await enough.CancelAsync().ConfigureAwait(false);
        }

        await feeding.ConfigureAwait(false);
        return new CommandOutput(process.ExitCode, stdout.ToString(), stderr.ToString());
    }

    private Process Start(string command, CommandInputs inputs, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", WithoutInterrupts, "sh", .. inputs.Interpreter, command])
        {
            WorkingDirectory = Path.GetFullPath(inputs.Directory ?? ".", directory),
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var (name, value) in environment.Concat(inputs.Environment.Select(entry => (entry.Key, entry.Value))))
        {
            start.Environment[name] = value;
        }

        if (!Directory.Exists(start.WorkingDirectory))
        {
            throw new RpcException(RpcStatus.FailedPrecondition, $"dir: the folder '{start.WorkingDirectory}' does not exist");
        }

        return Process.Start(start)!; // null only for shell execution
    }

    private static async Task Feed(Process process, string? text, CancellationToken stop)
    {
        try
        {
            await using var stdin = process.StandardInput;
            await stdin.WriteAsync(text.AsMemory(), stop).ConfigureAwait(false);
        }
        catch (Exception unread) when (unread is IOException or OperationCanceledException)
        {
            // A command need not read its input.
        }
    }
}
