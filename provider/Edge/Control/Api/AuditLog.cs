using System.Text;
using System.Text.Json;

namespace EdgeInfra.Edge.Control;

/// <summary>One JSON line per change: when, from where, what. Never bodies, so never secrets.</summary>
internal sealed class AuditLog : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly Action<string> _log;
    private readonly FileStream _file;
    private readonly Lock _writing = new();

    public AuditLog(string folder, TimeProvider clock, Action<string> log)
    {
        (_clock, _log) = (clock, log);
        _file = new FileStream(
            Path.Combine(folder, "audit.log"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 0);
    }

    /// <summary>A line that cannot be written is told in the log; the change it tells of has been made and stands.</summary>
    public void Write(string from, ControlCall call)
    {
        var segments = call.Target.Segments;
        var line = JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["when"] = Timestamp.Write(_clock.GetUtcNow()),
            ["who"] = from,
            ["what"] = $"{call.Method} /{string.Join('/', segments.Select(Uri.EscapeDataString))}",
            ["service"] = segments is ["service", var id, ..] ? id : null,
            ["version"] = segments is ["service", _, "version", var number, ..] ? number : null,
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

    public void Dispose() => _file.Dispose();
}
