using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace EdgeInfra.Edge.Commands;

/// <summary>When a process began, so exactly that a later process of the same number is told apart.</summary>
internal static class ProcessBirth
{
    private const int StateField = 0, StartField = 19; // counted after the name in /proc/PID/stat, see proc(5)

    /// <summary>null when there is no such process, or only its remains that nobody collected.</summary>
    public static string? Of(int processId) => OperatingSystem.IsLinux() ? FromProc(processId) : FromClock(processId);

    private static string? FromProc(int processId)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' '); // the name may hold blanks and parentheses
            return fields[StateField] is "Z" or "X" ? null : $"{Boot()}/{fields[StartField]}";
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Boot() => File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    private static string? FromClock(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.StartTime.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
