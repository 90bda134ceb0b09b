using System.Text;
using EdgeInfra.Edge.Control;

namespace Unit.Edge.Control;

/// <summary>
/// The real disk without waiting for it: for tests about anything but what a power cut leaves, which <see cref="DiskFiles"/> is for.
/// </summary>
internal sealed class UnsyncedFiles : IFiles
{
    private readonly DiskFiles _disk = new();

    public void CreateFolder(string path) => _disk.CreateFolder(path);

    public IReadOnlyList<string> List(string folder) => _disk.List(folder);

    public string Read(string path) => _disk.Read(path);

    public void Write(string path, string text)
    {
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public void Rename(string path, string newPath) => _disk.Rename(path, newPath);

    public void SyncFolder(string path)
    {
    }

    public void Delete(string path) => _disk.Delete(path);
}
