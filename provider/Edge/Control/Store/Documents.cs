namespace EdgeInfra.Edge.Control;

/// <summary>Replaces documents so that a kill at any moment leaves the old one or the new one.</summary>
internal sealed class Documents(IFiles files, Action<string> log)
{
    /// <summary>What a file under way to its name ends with; one that is found at a start can be dropped.</summary>
    public const string Unfinished = ".tmp";

    /// <summary>Written beside its place, synced, renamed, and its folder synced. When this throws, the old document stands.</summary>
    public void Replace(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Attempt(path, () => files.Write(path + Unfinished, text));
        Attempt(path, () => files.Rename(path + Unfinished, path));
        SyncFolder(folder);
    }

    public void CreateFolder(string path) => Attempt(path, () => files.CreateFolder(path));

    // After the rename the new state stands, even for a killed process; only a loss of power could still undo it.
    public void SyncFolder(string path)
    {
        try
        {
            files.SyncFolder(path);
        }
        catch (IOException error)
        {
            log($"{path}: {error.Message} The last change may be lost should the power fail now.");
        }
    }

    // What a failure leaves behind has a name nobody reads, and is overwritten by the next try.
    private static void Attempt(string path, Action step)
    {
        try
        {
            step();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{path} could not be written: {error.Message}.", error);
        }
    }
}
