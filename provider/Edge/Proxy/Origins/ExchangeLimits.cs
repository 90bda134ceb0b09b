using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>How long an exchange may wait: for the first byte, between bytes, and for everything.</summary>
internal readonly record struct ExchangeLimits(TimeSpan FirstByte, TimeSpan BetweenBytes, TimeSpan Whole)
{
    public static ExchangeLimits None { get; } = new(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public static ExchangeLimits Of(Origin origin) => new(origin.FirstByteTimeout, origin.BetweenBytesTimeout, origin.FetchTimeout);
}
