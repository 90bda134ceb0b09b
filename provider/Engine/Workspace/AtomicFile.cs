using System.Runtime.InteropServices;
using System.Text;

namespace EdgeInfra.Engine.Workspace;

/// <summary>Replaces files whole: a kill at any moment leaves the old content or the new one, never a mixture or nothing.</summary>
internal static class AtomicFile
{
    /// <summary>0600: what holds secrets, or may.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Everyone = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Writes a file, and the directories above it.</summary>
    /// <param name="shared">Whether other users may read it; an existing file keeps its mode.</param>
    public static void Write(string path, ReadOnlySpan<byte> content, bool shared = false)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(directory);
        var temporary = TemporaryFor(path);
        try
        {
            WriteThrough(temporary, content, ModeOf(path, shared));
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        SyncDirectory(directory);
    }

    /// <summary>Writes a file that does not exist yet.</summary>
    /// <returns>False when it exists, with whatever content.</returns>
    public static bool TryCreate(string path, string content)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(directory);
        var temporary = TemporaryFor(path);
        try
        {
            WriteThrough(temporary, Encoding.UTF8.GetBytes(content), OwnerOnly);
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
            return false;
        }

        SyncDirectory(directory);
        return true;
    }

    // Beside the file, for a rename is atomic only within one file system; two writers do not share one.
    private static string TemporaryFor(string path) => $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.tmp";

    private static UnixFileMode ModeOf(string path, bool shared) =>
        !OperatingSystem.IsWindows() && File.Exists(path) ? File.GetUnixFileMode(path) : shared ? Everyone : OwnerOnly;

    private static void WriteThrough(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using var file = new FileStream(path, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    // Only then is the rename itself on disk. .NET opens no directories, so this asks the C library.
    private static void SyncDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(Encoding.UTF8.GetBytes(directory + "\0"), 0);
        if (descriptor >= 0)
        {
            _ = Sync(descriptor);
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
