namespace EdgeInfra.Edge.Control;

/// <summary>The steps in which the store touches the disk. Each one may fail, or be the last before the power goes.</summary>
internal interface IFiles
{
    void CreateFolder(string path);

    /// <summary>Names of the files and folders inside a folder, in order; empty when there is no such folder.</summary>
    IReadOnlyList<string> List(string folder);

    string Read(string path);

    /// <summary>Writes a whole file and waits until the disk has it. Not atomic: write under another name, then rename.</summary>
    void Write(string path, string text);

    /// <summary>Replaces whatever stands at the new path, in one step.</summary>
    void Rename(string path, string newPath);

    void SyncFolder(string path);

    void Delete(string path);
}
