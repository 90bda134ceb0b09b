namespace EdgeInfra.Edge.Signing.Checks;

/// <summary>Who asks: somebody with a key, nobody in particular, or somebody who is refused.</summary>
internal sealed record SignatureVerdict
{
    private SignatureVerdict()
    {
    }

    /// <summary>There is no signature. Whether that is enough is for the bucket to say.</summary>
    public static SignatureVerdict Anonymous { get; } = new();

    /// <summary>null when anonymous or refused.</summary>
    public string? AccessKey { get; private init; }

    public SignatureRefusal? Refusal { get; private init; }

    public static SignatureVerdict Holds(string accessKey) => new() { AccessKey = accessKey };

    public static implicit operator SignatureVerdict(SignatureRefusal refusal) => new() { Refusal = refusal };
}
