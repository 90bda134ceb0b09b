using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using EdgeInfra.Edge.Control;

namespace EdgeInfra.Edge.Commands;

/// <summary>Starts this program again, in the background, and returns when it is ready. Doing it twice changes nothing.</summary>
internal sealed class Detaching(DataDirectory data, TimeProvider time)
{
    /// <summary>Set for the background process, which then begins a session of its own.</summary>
    public const string Mark = "EDGEINFRA_DETACHED";

    private const int LogLines = 20;

    // Input and outputs are not those of the caller, who could otherwise wait for ever for their end; nor is anything else that
    // was open.
    private const string Script = """for n in 3 4 5 6 7 8 9; do eval "exec $n>&-"; done; exec "$@" </dev/null >>"$EDGEINFRA_LOG" 2>&1""";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>The line with which the background process told that it is ready.</summary>
    /// <param name="options">Equal options mean that what runs already will do.</param>
    /// <param name="secrets">What its environment has besides this one's: command lines can be read by everybody.</param>
    public async Task<string> Run(IReadOnlyList<string> arguments, string options, IReadOnlyDictionary<string, string>? secrets = null)
    {
        data.Create();
        using var starting = await Alone().ConfigureAwait(false);
        if (data.ReadRunning() is { IsAlive: true } running && running.Options == options)
        {
            return running.Ready;
        }

        await Stopping.Stop(data, time).ConfigureAwait(false);
        var logged = File.Exists(data.LogFile) ? new FileInfo(data.LogFile).Length : 0;
        using var process = Start(arguments, secrets);
        var ready = await Waiting.Until(() => process.HasExited || IsReady(process), Limit, time).ConfigureAwait(false);
        if (IsReady(process))
        {
            return data.ReadRunning()!.Ready; // read a moment ago
        }

        if (!ready)
        {
            process.Kill();
        }

        throw ready
            ? new Complaint(LastLines(logged), Math.Max(process.ExitCode, Complaint.Failed))
            : new Complaint($"It was not ready after {Limit.TotalSeconds} s. {LastLines(logged)}");
    }

    private bool IsReady(Process process) => data.ReadRunning() is { IsAlive: true } running && running.Pid == process.Id;

    private async Task<FolderLock> Alone()
    {
        FolderLock? taken = null;
        return await Waiting.Until(() => (taken = data.TakeStartLock()) is not null, Limit, time).ConfigureAwait(false)
            ? taken!
            : throw new Complaint(
                $"--data {data.Folder}: someone else has been starting or stopping it for {Limit.TotalSeconds} s");
    }

    private Process Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? secrets)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "edgeinfra-edge", .. Self(), .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = data.Folder,
        };
        start.Environment["EDGEINFRA_LOG"] = data.LogFile;
        start.Environment[Mark] = "1";
        foreach (var (name, value) in secrets ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!; // null only when a shell reuses a process
        }
        catch (Win32Exception error)
        {
            throw new Complaint($"--detach: the background process could not be started: {error.Message}");
        }
    }

    // Run as "dotnet edgeinfra-edge.dll", the path of the process is dotnet's.
    private static string[] Self()
    {
        var program = Environment.ProcessPath ?? throw new Complaint("--detach: the path of this program is not known");
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, Assembly.GetExecutingAssembly().Location]
            : [program];
    }

    private string LastLines(long from)
    {
        using var log = new FileStream(data.LogFile, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        log.Position = Math.Min(from, log.Length);
        var lines = new StreamReader(log).ReadToEnd().TrimEnd().Split('\n');
        return lines is [""] ? $"{data.LogFile} tells nothing." : string.Join('\n', lines.TakeLast(LogLines));
    }
}
