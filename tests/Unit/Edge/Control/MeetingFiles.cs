using EdgeInfra.Edge.Control;

namespace Unit.Edge.Control;

/// <summary>A disk that tells each time before a document is written: between the reading of the state and the rename.</summary>
internal sealed class MeetingFiles : IFiles
{
    private readonly DiskFiles _disk = new();

    public Action Writing { get; set; } = static () => { };

    public void CreateFolder(string path) => _disk.CreateFolder(path);

    public IReadOnlyList<string> List(string folder) => _disk.List(folder);

    public string Read(string path) => _disk.Read(path);

    public void Write(string path, string text)
    {
        Writing();
        _disk.Write(path, text);
    }

    public void Rename(string path, string newPath) => _disk.Rename(path, newPath);

    public void SyncFolder(string path) => _disk.SyncFolder(path);

    public void Delete(string path) => _disk.Delete(path);
}
