namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>A file that lines are put behind. It may be moved or cut away at any time: the next lines go to a new one.</summary>
internal sealed class AccessFile(string path) : IAccessTarget
{
    private FileStream? _file;
    private int _reopen;

    public void Reopen() => Interlocked.Exchange(ref _reopen, 1);

    public void Write(ReadOnlySpan<byte> lines)
    {
        if (Interlocked.Exchange(ref _reopen, 0) == 1 || HasLeft())
        {
            Close();
        }

        // Opened anew after any failure: what holds the file then is nothing to rely on.
        try
        {
            _file ??= new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            _file.Write(lines);
        }
        catch
        {
            Close();
            throw;
        }
    }

    public void Dispose() => Close();

    private bool HasLeft() =>
        _file is { CanSeek: true } file && (new FileInfo(path) is var there) && (!there.Exists || there.Length < file.Position);

    private void Close()
    {
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            // What could not be written is gone; the caller has been told by the write.
        }

        _file = null;
    }
}
