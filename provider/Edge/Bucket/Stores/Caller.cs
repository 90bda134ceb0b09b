namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Who asks, as far as the credentials tell.</summary>
/// <param name="IsKnown">Whether good credentials came with the request.</param>
/// <param name="Refusal">What was wrong with those that came; null otherwise.</param>
internal sealed record Caller(bool IsKnown, BucketError? Refusal)
{
    public static Caller Nobody { get; } = new(IsKnown: false, null);

    public static Caller Known { get; } = new(IsKnown: true, null);

    public static Caller Refused(BucketError refusal) => new(IsKnown: false, refusal);
}
