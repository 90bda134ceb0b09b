namespace EdgeInfra.Edge.Bucket;

/// <summary>An answer that is an error document, in a store's own words.</summary>
internal sealed record BucketError(int Status, string Code, string Message)
{
    /// <summary>What else the document tells: names and values of its elements, in order.</summary>
    public IReadOnlyList<(string Name, string Text)> Details { get; init; } = [];

    /// <summary>Headers that come with it.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}
