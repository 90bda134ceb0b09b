using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace EdgeInfra.Engine.Workspace;

/// <summary>Holds a stack against everybody else who follows the rules, the Pulumi CLI included, until disposed.</summary>
internal sealed class StackLock : IAsyncDisposable
{
    // Two clocks, a process's start and a lock's time, agree only roughly.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(10);

    private readonly string _file;

    private StackLock(string file) => _file = file;

    /// <summary>Writes an own lock first and looks for others then: of two at once, at least one sees the other.</summary>
    /// <param name="folder">The stack's lock folder.</param>
    /// <param name="stack">Its name, for messages.</param>
    /// <param name="surroundings">Who we are.</param>
    /// <exception cref="StackLockedException">Somebody else holds the stack.</exception>
    public static StackLock Take(string folder, string stack, Surroundings surroundings)
    {
        var record = new LockRecord(
            surroundings.ProcessId, surroundings.UserName, surroundings.HostName, surroundings.Time.GetUtcNow());
        var own = Path.Combine(folder, $"{Guid.NewGuid()}.json");
        AtomicFile.Write(own, JsonSerializer.SerializeToUtf8Bytes(record));
        var taken = new StackLock(own);
        try
        {
            foreach (var other in Directory.EnumerateFiles(folder, "*.json").Where(file => file != own))
            {
                Pass(other, stack, surroundings);
            }
        }
        catch
        {
            taken.Release();
            throw;
        }

        return taken;
    }

    public ValueTask DisposeAsync()
    {
        Release();
        return ValueTask.CompletedTask;
    }

    /// <summary>Who holds the stack, for messages; null when nobody does.</summary>
    public static string? Holder(string folder, Surroundings surroundings) => !Directory.Exists(folder) ? null : Directory
        .EnumerateFiles(folder, "*.json").Select(file => (File: file, Holder: Read(file)))
        .Where(found => !IsLeftBehind(found.Holder, surroundings) && File.Exists(found.File))
        .Select(found => Who(found.Holder)).FirstOrDefault();

    private static void Pass(string file, string stack, Surroundings surroundings)
    {
        var holder = Read(file);
        if (IsLeftBehind(holder, surroundings))
        {
            File.Delete(file);
            surroundings.Note($"The lock of process {holder.ProcessId}, which has ended without giving it back, was taken over.");
        }
        else if (File.Exists(file))
        {
            throw new StackLockedException(
                $"the stack '{stack}' is locked by {Who(holder)}. Wait until it has finished; if it does not exist any more, delete {file}");
        }
    }

    // A lock that cannot be read might be half written by somebody who lives: it counts.
    private static bool IsLeftBehind([NotNullWhen(true)] LockRecord? holder, Surroundings surroundings) =>
        holder is not null && holder.HostName == surroundings.HostName && !Lives(holder);

    private static string Who(LockRecord? holder) => holder is null
        ? "somebody"
        : $"process {holder.ProcessId} of {holder.UserName} on {holder.HostName}, since {holder.Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC";

    private static LockRecord? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<LockRecord>(File.ReadAllBytes(file));
        }
        catch (Exception failure) when (failure is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Process numbers are used again, above all in containers: whoever started after the lock was taken did not take it.
    private static bool Lives(LockRecord holder)
    {
        try
        {
            using var process = Process.GetProcessById(holder.ProcessId);
            return process.StartTime.ToUniversalTime() <= holder.Since.UtcDateTime + ClockTolerance && !IsRemains(holder.ProcessId);
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception or IOException)
        {
            // It exists, but may not be looked at.
            return true;
        }
    }

    // A killed process whose parent never asked for it still has its number, for as long as the parent lives: in a container
    // without an init, for ever. Its state is the first field after the name in /proc/PID/stat, see proc(5).
    private static bool IsRemains(int process)
    {
        var stat = $"/proc/{process}/stat";
        if (!File.Exists(stat))
        {
            return false;
        }

        var text = File.ReadAllText(stat);
        return text[text.LastIndexOf(')') + 2] is 'Z' or 'X';
    }

    private void Release() => File.Delete(_file);
}
