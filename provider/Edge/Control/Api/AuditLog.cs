using System.Text;
using System.Text.Json;

namespace EdgeInfra.Edge.Control;

/// <summary>One JSON line per change: when, from where, by which token, what. Never bodies, so never secrets.</summary>
internal sealed class AuditLog : IDisposable
{
    private const byte LineEnd = (byte)'\n';

    private readonly string _path;
    private readonly Action<string> _log;
    private readonly FileStream _file;
    private readonly Lock _writing = new();

    public AuditLog(string folder, Action<string> log)
    {
        (_path, _log) = (Path.Combine(folder, "audit.log"), log);
        _file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (_file.Length > 0)
        {
            EndLastLine();
        }
    }

    /// <summary>A line that cannot be written is told in the log; the change it tells of has been made and stands.</summary>
    public void Write(DateTimeOffset when, ControlCall call)
    {
        var segments = call.Target.Segments;
        var line = JsonSerializer.Serialize(new AuditEntry
        {
            Id = ServiceId.New(),
            When = Timestamp.Write(when),
            Who = call.From,
            Token = call.Caller.Id,
            What = $"{call.Method} /{string.Join('/', segments.Select(Uri.EscapeDataString))}",
            Event = EventTypes.Of(call.Method, segments),
            Service = segments is ["service", var id, ..] ? id : null,
            Version = segments is ["service", _, "version", var number, ..] ? number : null,
        });
        try
        {
            lock (_writing)
            {
                _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            }
        }
        catch (IOException error)
        {
            _log($"The audit log could not be written: {error.Message}");
        }
    }

    /// <summary>What has been written, oldest first. A line that was cut off by a kill is left out.</summary>
    public IEnumerable<AuditEntry> Read()
    {
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var lines = new StreamReader(file);
        while (lines.ReadLine() is { } line)
        {
            if (Parse(line) is { } entry)
            {
                yield return entry;
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private static AuditEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditEntry>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Otherwise the next line would be lost in what a killed process left half written.
    private void EndLastLine()
    {
        _file.Seek(-1, SeekOrigin.End);
        if (_file.ReadByte() != LineEnd)
        {
            _file.WriteByte(LineEnd);
        }
    }
}
