using System.Runtime.InteropServices;

namespace EdgeInfra.Edge;

/// <summary>The few calls of the operating system that the class library lacks. All of them do nothing on Windows.</summary>
internal static partial class Posix
{
    private const int ReadOnly = 0;
    private const int Terminate = 15;
    private const int Kill = 9;

    /// <summary>Makes creations, renames and deletions inside a folder survive a loss of power.</summary>
    public static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Open(path, ReadOnly);
        if (folder < 0)
        {
            throw new IOException($"The folder {path} cannot be opened to be synced: error {Marshal.GetLastPInvokeError()}.");
        }

        try
        {
            if (Sync(folder) != 0)
            {
                throw new IOException($"The folder {path} cannot be synced: error {Marshal.GetLastPInvokeError()}.");
            }
        }
        finally
        {
            _ = Close(folder);
        }
    }

    /// <summary>Leaves the terminal and the process group of whoever started this process.</summary>
    public static void StartSession()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetSid(); // fails only when this process leads a group already, which is as good
        }
    }

    public static void AskToStop(int processId) => Signal(processId, Terminate);

    public static void KillAtOnce(int processId) => Signal(processId, Kill);

    private static void Signal(int processId, int signal)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SendSignal(processId, signal); // a process that has gone meanwhile is what the caller wanted
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSid();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processId, int signal);
}
