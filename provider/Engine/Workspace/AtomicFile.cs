using System.Runtime.InteropServices;
using System.Text;

namespace EdgeInfra.Engine.Workspace;

/// <summary>Replaces files whole: a kill at any moment leaves the old content or the new one, never a mixture or nothing.</summary>
internal static class AtomicFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everyone = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Writes a file, and the directories above it.</summary>
    /// <param name="shared">Whether other users may read it; an existing file keeps its mode.</param>
    public static void Write(string path, ReadOnlySpan<byte> content, bool shared = false)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(directory);
        var temporary = WriteTemporary(path, content, shared);
        File.Move(temporary, path, overwrite: true);
        SyncDirectory(directory);
    }

    /// <summary>Writes a file that does not exist yet.</summary>
    /// <returns>False when it exists, with whatever content.</returns>
    public static bool TryCreate(string path, string content)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(directory);
        var temporary = WriteTemporary(path, Encoding.UTF8.GetBytes(content), shared: false);
        try
        {
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

    private static string WriteTemporary(string path, ReadOnlySpan<byte> content, bool shared)
    {
        // Beside the file, for a rename is atomic only within one file system; two writers do not share one.
        var temporary = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File.Exists(path) ? File.GetUnixFileMode(path) : shared ? Everyone : OwnerOnly;
        }

        using var file = new FileStream(temporary, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
        return temporary;
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
