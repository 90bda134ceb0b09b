namespace EdgeInfra.Edge.Control;

/// <summary>Keeps a second process out of a data directory. The system drops it when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private const int HeldOnLinux = 11, HeldOnMac = 35; // EWOULDBLOCK
    private const int HeldOnWindows = unchecked((int)0x80070020); // ERROR_SHARING_VIOLATION

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>null when another process has it.</summary>
    /// <exception cref="IOException">The folder cannot be locked by anybody.</exception>
    public static FolderLock? Take(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new(new FileStream(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error) when (error.HResult is HeldOnLinux or HeldOnMac or HeldOnWindows)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
