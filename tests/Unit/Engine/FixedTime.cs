namespace Unit.Engine;

internal sealed class FixedTime : TimeProvider
{
    public static DateTimeOffset Noon { get; } = new(2030, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Noon;
}
