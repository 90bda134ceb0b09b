namespace EdgeInfra.Edge.Control;

/// <summary>Why a call was refused, in the shape of Fastly's errors. Nothing has changed when one is returned.</summary>
internal sealed record Refusal(int Status, string Msg, string? Detail = null);
