using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace EdgeInfra.Engine.Plugins;

/// <summary>A plugin's process: its port, its last words, and its end.</summary>
/// <remarks>
/// Its stdin stays open as long as the engine lives: the end of it tells a plugin that its engine is gone. Where there is
/// <c>setsid</c> it leads a session of its own, so that Ctrl-C at the terminal reaches the engine only.
/// </remarks>
internal sealed class PluginProcess : IAsyncDisposable
{
    private const int KeptLines = 20;
    private const int Interrupt = 2; // SIGINT

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5); // Pulumi's.
    private static readonly TimeSpan DeathNotice = TimeSpan.FromMilliseconds(500);

    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly Queue<string> _last = new();
    private readonly TaskCompletionSource<string?> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PluginProcess(Process process, string directory, TimeProvider time)
    {
        _process = process;
        _time = time;
        Directory = directory;
    }

    public string Directory { get; }

    /// <exception cref="PluginNotFoundException">It cannot be executed.</exception>
    public static PluginProcess Start(string path, string engineAddress, TimeProvider time)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var own = SessionStarter;
        start.FileName = own ?? path;
        if (own is not null)
        {
            start.ArgumentList.Add(path);
        }

        start.ArgumentList.Add(engineAddress);
        var plugin = new PluginProcess(new Process { StartInfo = start }, Path.GetDirectoryName(path) ?? "", time);
        plugin.Begin(path);
        return plugin;
    }

    /// <summary>The port that the plugin announces.</summary>
    /// <exception cref="PluginNotFoundException">It announced something else, nothing in time, or died.</exception>
    public async Task<int> Port(TimeSpan limit, CancellationToken cancel)
    {
        string? line;
        try
        {
            line = await _firstLine.Task.WaitAsync(limit, _time, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new PluginNotFoundException(
                $"the plugin {Name} did not say its port within {limit.TotalSeconds:0.#} s{LastWords()}");
        }

        if (line is null)
        {
            await _process.WaitForExitAsync(cancel).ConfigureAwait(false); // Then its last words have been read, too.
            throw new PluginNotFoundException(
                $"the plugin {Name} ended with exit code {_process.ExitCode} before it said its port{LastWords()}");
        }

        return int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : throw new PluginNotFoundException(
                $"the plugin {Name} must write its port as the first line, but wrote '{line}'{LastWords()}");
    }

    /// <summary>Whether the process has ended, or ends within a moment.</summary>
    public async Task<bool> HasDied()
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(DeathNotice, _time).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>What it wrote at the end, to follow a message; empty when it wrote nothing.</summary>
    public string LastWords()
    {
        lock (_last)
        {
            return _last.Count == 0 ? "" : ":\n  " + string.Join("\n  ", _last);
        }
    }

    /// <summary>Ends it: first kindly, then not.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_process.HasExited)
            {
                _process.StandardInput.Close();
                SendInterrupt();
                await _process.WaitForExitAsync().WaitAsync(Grace, _time).ConfigureAwait(false);
            }
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync().ConfigureAwait(false);
        }
        finally
        {
            _process.Dispose();
        }
    }

    private string Name =>
        Path.GetFileName(SessionStarter is null ? _process.StartInfo.FileName : _process.StartInfo.ArgumentList[0]);

    // Executes the plugin in its own place, so that the process id stays the plugin's.
    private static string? SessionStarter { get; } =
        OperatingSystem.IsWindows() ? null : new[] { "/usr/bin/setsid", "/bin/setsid" }.FirstOrDefault(File.Exists);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    // To its whole group where it leads one.
    private void SendInterrupt()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Kill(SessionStarter is null ? _process.Id : -_process.Id, Interrupt);
        }
    }

    private void Begin(string path)
    {
        _process.OutputDataReceived += (_, line) =>
        {
            if (!_firstLine.TrySetResult(line.Data))
            {
                Keep(line.Data);
            }
        };
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        try
        {
            _process.Start();
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new PluginNotFoundException($"the plugin {path} cannot be started: {error.Message}");
        }

        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            lock (_last)
            {
                _last.Enqueue(line);
                if (_last.Count > KeptLines)
                {
                    _last.Dequeue();
                }
            }
        }
    }
}
