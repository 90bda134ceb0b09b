using System.Text.Json.Serialization;

namespace EdgeInfra.Engine.Workspace;

/// <summary>Who works on a stack, as Pulumi writes it into lock files.</summary>
internal sealed record LockRecord(
    [property: JsonPropertyName("pid")] int ProcessId,
    [property: JsonPropertyName("username")] string UserName,
    [property: JsonPropertyName("hostname")] string HostName,
    [property: JsonPropertyName("timestamp")] DateTimeOffset Since);
