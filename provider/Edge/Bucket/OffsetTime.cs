namespace EdgeInfra.Edge.Bucket;

/// <summary>A clock that is wrong by always the same.</summary>
internal sealed class OffsetTime(TimeProvider right, TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + ahead;
}
