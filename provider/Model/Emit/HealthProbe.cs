using System.Globalization;

namespace EdgeInfra.Model;

/// <summary>
/// How an origin's health is found out: healthy while at least Threshold of the last Window probes succeeded, Initial
/// successes assumed at first.
/// </summary>
/// <param name="Headers">Complete lines, "Name: value".</param>
public sealed record HealthProbe(
    string Method, string Host, string Path, string HttpVersion, ValueList<string> Headers, int ExpectedStatus,
    TimeSpan Interval, TimeSpan Timeout, int Window, int Threshold, int Initial)
{
    /// <summary>Further statuses that are successes: <c>204</c>, or <c>3xx</c> for a hundred of them.</summary>
    public ValueList<string> AlsoExpected { get; init; } = [];

    /// <summary>The policy by which probes are asked, with its prefix and signature; null where requests are not signed, and probes go as they are written.</summary>
    public OriginPolicy? Policy { get; init; }

    public bool Expects(int status) =>
        status == ExpectedStatus || AlsoExpected.Any(text => text.EndsWith("xx", StringComparison.Ordinal)
            ? text[0] - '0' == status / 100
            : int.Parse(text, CultureInfo.InvariantCulture) == status);
}
