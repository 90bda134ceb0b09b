namespace EdgeInfra.Edge.Signing.Checks;

/// <summary>Why a store does not take a request: the status and the code in the store's own words.</summary>
internal sealed record SignatureRefusal(int Status, string Code, string Message)
{
    /// <summary>What the store's error body tells besides: the text that should have been signed, the region that is right.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Details { get; init; } = [];
}
