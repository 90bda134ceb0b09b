namespace EdgeInfra.Model;

/// <summary>A header by which the origin knows that a request came through the edge. The client's own is always dropped.</summary>
public sealed record EdgeAuth
{
    public static FieldTable<EdgeAuth> Fields { get; } = new(ObjectKind.Part, "proof", "proofs")
    {
        Summary = "A header by which the origin knows that a request came through the edge. The client's own is always dropped.",
    };

    [Field("What the header holds.")]
    [Choice("secret", "The secret itself")]
    [Choice("hmac", "time,place and an HMAC-SHA256 of them, so that it cannot be used for long")]
    public string Form { get; init; } = "hmac";

    [Field("Name of the header.")]
    public string Header { get; init; } = "Edge-Auth";

    [Field("The secret that edge and origin share.", Format = TextFormat.Free, Secret = true)]
    public string? Secret { get; init; }

    /// <summary>Enough for a log; the secret stays out.</summary>
    public override string ToString() => $"{Form} in {Header}";
}
