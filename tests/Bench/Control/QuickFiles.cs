using EdgeInfra.Edge.Control;

namespace Bench.Control;

/// <summary>A disk that nobody waits for: to lay out thousands of services, not to keep them.</summary>
internal sealed class QuickFiles : IFiles
{
    private readonly DiskFiles _disk = new();

    public void CreateFolder(string path) => _disk.CreateFolder(path);

    public IReadOnlyList<string> List(string folder) => _disk.List(folder);

    public string Read(string path) => _disk.Read(path);

    public void Write(string path, string text) => File.WriteAllText(path, text);

    public void Rename(string path, string newPath) => _disk.Rename(path, newPath);

    public void SyncFolder(string path)
    {
    }

    public void Delete(string path) => _disk.Delete(path);
}
