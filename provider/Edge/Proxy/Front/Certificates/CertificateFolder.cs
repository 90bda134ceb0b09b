using System.Security.Cryptography;
using System.Threading.Channels;

namespace EdgeInfra.Edge.Proxy.Front.Certificates;

/// <summary>
/// Certificates from a folder, read again when a file in it changes. What can't be read then, half written as it may be, leaves what was in use.
/// </summary>
internal sealed class CertificateFolder : ICertificates, IDisposable
{
    /// <summary>The pair for clients that name nobody, or somebody unknown. Without it their handshakes are refused.</summary>
    private const string Otherwise = "default";

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly FileSystemWatcher _watcher;
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private Dictionary<string, CertificateFile> _files = [];
    private List<string> _complaints = [];
    private volatile CertificateTable _table = new([], null);

    private CertificateFolder(string path, TimeProvider time, Action<string> log)
    {
        (_path, _time, _log) = (path, time, log);
        _watcher = new FileSystemWatcher(path);
        _watcher.Changed += (_, _) => _changes.Writer.TryWrite(true);
        _watcher.Created += (_, _) => _changes.Writer.TryWrite(true);
        _watcher.Deleted += (_, _) => _changes.Writer.TryWrite(true);
        _watcher.Renamed += (_, _) => _changes.Writer.TryWrite(true);
        _watcher.Error += (_, _) => _changes.Writer.TryWrite(true); // events were lost: look at everything
    }

    /// <exception cref="CertificateFolderException">There is no such folder, no certificate in it, or one that can't be used; all of them are named.</exception>
    public static CertificateFolder Open(string path, TimeProvider time, Action<string> log)
    {
        if (!Directory.Exists(path))
        {
            throw new CertificateFolderException(path, ["there is no such folder"]);
        }

        var folder = new CertificateFolder(path, time, log);
        folder._watcher.EnableRaisingEvents = true; // before reading: nothing may change unseen in between
        folder.Read();
        if (folder._complaints.Count > 0 || folder._files.Count == 0)
        {
            folder.Dispose();
            throw new CertificateFolderException(
                path, folder._complaints.Count > 0 ? folder._complaints : ["there is no certificate in it; put NAME.crt (or NAME.pem) and NAME.key there"]);
        }

        _ = folder.Follow();
        return folder;
    }

    public ServedCertificate? For(string serverName) => _table.For(serverName);

    public void Dispose()
    {
        _watcher.Dispose();
        _changes.Writer.TryComplete();
    }

    private async Task Follow()
    {
        await foreach (var _ in _changes.Reader.ReadAllAsync())
        {
            var before = _complaints;
            Read();
            foreach (var complaint in _complaints.Except(before))
            {
                _log($"certificates: {complaint}; what was in use stays in use");
            }
        }
    }

    private void Read()
    {
        var (files, complaints) = (new Dictionary<string, CertificateFile>(StringComparer.Ordinal), new List<string>());
        foreach (var name in Names(complaints))
        {
            var known = _files.GetValueOrDefault(name);
            try
            {
                files[name] = CertificateFile.Read(CertificateOf(name), At(name + ".key"), known);
            }
            catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
            {
                complaints.Add($"{name}: {failure.Message}");
                if (known is not null)
                {
                    files[name] = known;
                }
            }
        }

        Tell(files);
        _table = new CertificateTable(files.Values.Select(file => file.Certificate), files.GetValueOrDefault(Otherwise)?.Certificate);
        (_files, _complaints) = (files, complaints);
    }

    private IEnumerable<string> Names(List<string> complaints)
    {
        try
        {
            return [.. Directory.EnumerateFiles(_path)
                .Where(file => Path.GetExtension(file) is ".crt" or ".pem" or ".key")
                .Select(file => Path.GetFileNameWithoutExtension(file)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            complaints.Add(failure.Message);
            return _files.Keys;
        }
    }

    private void Tell(Dictionary<string, CertificateFile> files)
    {
        foreach (var (name, file) in files.Where(file => _files.GetValueOrDefault(file.Key) != file.Value))
        {
            var expires = file.Certificate.Expires;
            var verb = expires < _time.GetUtcNow() ? "EXPIRED on" : "expires on";
            _log($"certificates: {name} serves {string.Join(", ", file.Certificate.Names)}; {verb} {expires:yyyy-MM-dd}");
        }

        foreach (var name in _files.Keys.Except(files.Keys))
        {
            _log($"certificates: {name} is gone");
        }
    }

    private string CertificateOf(string name) => File.Exists(At(name + ".crt")) ? At(name + ".crt") : At(name + ".pem");

    private string At(string file) => Path.Combine(_path, file);
}
