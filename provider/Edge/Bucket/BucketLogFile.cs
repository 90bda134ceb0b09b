using System.Text;

namespace EdgeInfra.Edge.Bucket;

/// <summary>Where the request log goes. Each line is there before its answer; only its owner may read the file.</summary>
internal sealed class BucketLogFile : IDisposable
{
    private readonly FileStream _file;
    private readonly Lock _alone = new();

    public BucketLogFile(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _file = new FileStream(path, options);
    }

    public void Add(string line)
    {
        lock (_alone)
        {
            _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
    }

    public void Dispose() => _file.Dispose();
}
