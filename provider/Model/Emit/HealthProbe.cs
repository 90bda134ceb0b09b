namespace EdgeInfra.Model;

/// <summary>
/// How an origin's health is found out: healthy while at least Threshold of the last Window probes succeeded, Initial
/// successes assumed at first.
/// </summary>
/// <param name="Headers">Complete lines, "Name: value".</param>
public sealed record HealthProbe(
    string Method, string Host, string Path, string HttpVersion, ValueList<string> Headers, int ExpectedStatus,
    TimeSpan Interval, TimeSpan Timeout, int Window, int Threshold, int Initial);
