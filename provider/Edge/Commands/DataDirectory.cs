using System.Security.Cryptography;
using System.Text.Json;
using EdgeInfra.Edge.Control;

namespace EdgeInfra.Edge.Commands;

/// <summary>The files a background process keeps beside its data: token, chosen ports, what runs, its log.</summary>
internal sealed class DataDirectory(string path)
{
    private const int TokenBytes = 24;

    private readonly DiskFiles _files = new();

    /// <summary>Absolute: a detached process has another working directory.</summary>
    public string Folder { get; } = System.IO.Path.GetFullPath(path);

    public string LogFile => At("edge.log");

    public bool Exists => Directory.Exists(Folder);

    public void Create() => Explained(() => _files.CreateFolder(Folder));

    /// <summary>null while another process runs from here.</summary>
    public FolderLock? TakeLock() => FolderLock.Take(Folder, "edge.lock");

    /// <summary>null while another process is about to start or stop one from here.</summary>
    public FolderLock? TakeStartLock() => FolderLock.Take(Folder, "start.lock");

    public string? ReadToken() => File.Exists(At("token")) ? File.ReadAllText(At("token")).Trim() : null;

    /// <summary>The token that is there, or a new one. Written aside and moved, so that nobody ever reads half of it.</summary>
    public string ReadOrCreateToken()
    {
        if (ReadToken() is { Length: > 0 } known)
        {
            return known;
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        Explained(() => Replace("token", token + "\n"));
        return token;
    }

    /// <summary>The port chosen earlier for an option that left it open, or 0.</summary>
    public int RememberedPort(string option) => Ports().GetValueOrDefault(option);

    public void RememberPort(string option, int port)
    {
        var ports = Ports();
        ports[option] = port;
        Explained(() => Replace("ports.json", JsonSerializer.Serialize(ports)));
    }

    public RunningProcess? ReadRunning()
    {
        try
        {
            return File.Exists(At("running.json"))
                ? JsonSerializer.Deserialize<RunningProcess>(File.ReadAllText(At("running.json")))
                : null;
        }
        catch (JsonException)
        {
            return null; // written by something else, or by another release
        }
    }

    public void WriteRunning(RunningProcess running) =>
        Explained(() => Replace("running.json", JsonSerializer.Serialize(running)));

    public void ForgetRunning(int processId)
    {
        if (ReadRunning()?.Pid == processId)
        {
            File.Delete(At("running.json"));
        }
    }

    private Dictionary<string, int> Ports()
    {
        try
        {
            return File.Exists(At("ports.json")) ? JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(At("ports.json"))) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private void Replace(string name, string text)
    {
        var aside = At($"{name}.{Environment.ProcessId}.tmp");
        _files.Write(aside, text);
        _files.Rename(aside, At(name));
    }

    private string At(string name) => System.IO.Path.Combine(Folder, name);

    private void Explained(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Complaint($"--data {Folder}: {error.Message}");
        }
    }
}
