namespace EdgeInfra.Model;

/// <summary>
/// A probe that decides whether backends naming it may be used. A backend starts out sick when <see cref="Initial"/> is
/// below <see cref="Threshold"/>.
/// </summary>
public sealed record Healthcheck : INamed
{
    public static FieldTable<Healthcheck> Fields { get; } = new(ObjectKind.Healthcheck, "healthcheck", "healthchecks", Settled);

    [Field("Name of the healthcheck, unique within the version.", Format = TextFormat.Name, Replaces = true)]
    public required string Name { get; init; }

    [Field("Host header of the probe.", Format = TextFormat.HostHeader)]
    public required string Host { get; init; }

    [Field("Path the probe asks for, with its query if it has one.", Format = TextFormat.Path)]
    public required string Path { get; init; }

    [Field("HTTP method of the probe. Default of Fastly's API.", Format = TextFormat.Method)]
    public string Method { get; init; } = "HEAD";

    [Field("HTTP version of the probe. Default of Fastly's API.")]
    [Choice("1.0", "HTTP/1.0")]
    [Choice("1.1", "HTTP/1.1")]
    public string HttpVersion { get; init; } = "1.1";

    [Field("The status that counts as a success. Default of Fastly's API.", Min = 100, Max = 599)]
    public int ExpectedResponse { get; init; } = 200;

    [Field("Further statuses that count as successes beside expectedResponse, for example 204 or 3xx. Only the bundled runtime knows them.",
        Format = TextFormat.Status, Sparse = true, Extension = true)]
    public ValueList<string> ExpectedResponses { get; init; } = [];

    [Field("Time from one probe to the next. Default of Fastly's API.", Unit = "ms", Min = 1_000, Max = 3_600_000)]
    public int CheckInterval { get; init; } = 5_000;

    [Field("Longest wait for the answer to a probe. Default of Fastly's API.", Unit = "ms", Min = 1, Max = 3_600_000)]
    public int Timeout { get; init; } = 500;

    [Field("How many of the latest probes are looked at. Default of Fastly's API.", Min = 1, Max = 10_000)]
    public int Window { get; init; } = 5;

    [Field("How many probes in the window must have succeeded. Default of Fastly's API.", Min = 1, Max = 10_000)]
    public int Threshold { get; init; } = 3;

    [Field("How many successes are assumed at the start. The default equals the threshold's, so that a backend starts healthy; Fastly's API has 2.",
        Min = 0, Max = 10_000, ApiDefault = 2)]
    public int Initial { get; init; } = 3;

    [Field("Further header lines of the probe, each \"Name: value\". Kept sorted, as Fastly's API does.",
        Format = TextFormat.HeaderLines)]
    public ValueList<string> Headers { get; init; } = [];

    [Field("What the healthcheck is for; for people only.", Format = TextFormat.Free)]
    public string Comment { get; init; } = "";

    /// <summary>The same healthcheck with its headers as the control API keeps them.</summary>
    public Healthcheck Normalise() => Fields.Normalise(this);

    private static Healthcheck Settled(Healthcheck healthcheck)
    {
        var headers = healthcheck.Headers.Select(Spaced).Order(StringComparer.Ordinal).ToValueList();
        return headers == healthcheck.Headers ? healthcheck : healthcheck with { Headers = headers };
    }

    private static string Spaced(string line) =>
        line.Split(':', 2) is [var name, var value] ? $"{name}: {value.Trim()}" : line;
}
