using EdgeInfra.Edge.Control;

namespace Unit.Edge.Control;

/// <summary>
/// A disk that takes a number of steps and then no more: as if the process was killed there, or the disk was full.
/// </summary>
internal sealed class StoppingFiles : IFiles
{
    private readonly UnsyncedFiles _disk = new();

    /// <summary>How many more steps succeed.</summary>
    public int StepsLeft { get; set; } = int.MaxValue;

    /// <summary>Whether the failing step is left half done, as a kill leaves it, and nothing is cleaned up after it.</summary>
    public bool Killed { get; init; } = true;

    public bool Stopped { get; private set; }

    public void CreateFolder(string path) => Step(() => _disk.CreateFolder(path));

    public IReadOnlyList<string> List(string folder) => _disk.List(folder);

    public string Read(string path) => _disk.Read(path);

    public void Write(string path, string text) =>
        Step(() => _disk.Write(path, text), () => _disk.Write(path, text[..(text.Length / 2)]));

    public void Rename(string path, string newPath) => Step(() => _disk.Rename(path, newPath));

    public void SyncFolder(string path) => Step(() => _disk.SyncFolder(path));

    public void Delete(string path) => Step(() => _disk.Delete(path));

    private void Step(Action step, Action? half = null)
    {
        if (StepsLeft > 0)
        {
            StepsLeft--;
            step();
            return;
        }

        if (!Stopped && Killed)
        {
            half?.Invoke();
        }

        Stopped = true;
        StepsLeft = Killed ? 0 : int.MaxValue; // a full disk has room again afterwards, a killed process does nothing more
        throw new IOException("No space left on device");
    }
}
