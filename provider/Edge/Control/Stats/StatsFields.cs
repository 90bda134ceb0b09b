namespace EdgeInfra.Edge.Control;

/// <summary>Fastly's names for the numbers that are counted here. What has no name here is not counted, and not told.</summary>
internal static class StatsFields
{
    public static IReadOnlyList<(string Name, Func<TrafficTotals, long> Of)> All { get; } =
    [
        ("requests", totals => totals.Requests),
        ("edge_requests", totals => totals.Requests),
        ("errors", totals => totals.Errors),
        ("bandwidth", totals => totals.BodyBytes),
        ("body_size", totals => totals.BodyBytes),
        ("resp_body_bytes", totals => totals.BodyBytes),
        ("edge_resp_body_bytes", totals => totals.BodyBytes),
        .. Enumerable.Range(0, TrafficTotals.Classes)
            .Select(index => ($"status_{index + 1}xx", (Func<TrafficTotals, long>)(totals => totals.Statuses[index]))),
    ];
}
