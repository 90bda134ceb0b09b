using System.Text.Json.Serialization;

namespace EdgeInfra.Edge.Control;

/// <summary>A line of the audit log.</summary>
internal sealed record AuditEntry
{
    [JsonPropertyName("id")]
    public string Id { get; init; } = "";

    [JsonPropertyName("when")]
    public string When { get; init; } = "";

    /// <summary>The address the call came from.</summary>
    [JsonPropertyName("who")]
    public string Who { get; init; } = "";

    /// <summary>The token's id, never its secret.</summary>
    [JsonPropertyName("token")]
    public string Token { get; init; } = "";

    [JsonPropertyName("what")]
    public string What { get; init; } = "";

    /// <summary>Fastly's word for it, or null for what Fastly tells no event of.</summary>
    [JsonPropertyName("event")]
    public string? Event { get; init; }

    [JsonPropertyName("service")]
    public string? Service { get; init; }

    [JsonPropertyName("version")]
    public string? Version { get; init; }
}
