namespace EdgeInfra.Model;

/// <summary>A healthcheck as Varnish's probe, whose memory is 64 results long.</summary>
internal static class VarnishProbe
{
    public const int MaxWindow = 64;

    public static void Write(VclWriter vcl, Healthcheck check) => vcl.Block(".probe = {", () => vcl
        .Property("expected_response", VclLiteral.Number(check.ExpectedResponse))
        .Property("initial", VclLiteral.Number(Math.Min(check.Initial, MaxWindow)))
        .Property("interval", VclLiteral.Duration(check.CheckInterval))
        .Property("request", string.Join(' ', ProbeRequest.Lines(check).Select(line => VarnishLiteral.Text(line) ?? "\"\"")))
        .Property("threshold", VclLiteral.Number(Math.Min(check.Threshold, MaxWindow)))
        .Property("timeout", VclLiteral.Duration(check.Timeout))
        .Property("window", VclLiteral.Number(Math.Min(check.Window, MaxWindow))));

    public static IEnumerable<Problem> Problems(Healthcheck check) =>
        new[] { ("initial", check.Initial), ("threshold", check.Threshold), ("window", check.Window) }
            .Where(part => part.Item2 > MaxWindow)
            .Select(part => VarnishProblems.Window(check.Name, part.Item1, part.Item2))
            .Concat(check.ExpectedResponses.Count > 0 ? [VarnishProblems.Statuses(check.Name)] : []);
}
