namespace EdgeInfra.Model;

/// <summary>
/// What open-source Varnish cannot do as the runtime does it. Errors change where requests go, or what comes back.
/// </summary>
internal static class VarnishProblems
{
    public static Problem Tls(string backend) => Error(Of(backend, "useSsl"), "EDGE201",
        "is true, but open-source Varnish speaks no TLS to origins: requests to it are answered 503. "
        + "Put a TLS proxy between them.");

    public static Problem Fields(string backend, IEnumerable<string> fields) => Warning(Of(backend, ""), "EDGE202",
        $"sets {string.Join(", ", fields)}, which Varnish has no property for: its own settings apply.");

    public static Problem Statuses(string healthcheck) => Warning($"healthchecks[\"{healthcheck}\"].expectedResponses", "EDGE202",
        "is set, which Varnish has no property for: only expectedResponse counts as a success.");

    public static Problem Statement(string condition, SyntaxProblem syntax) => Error(
        $"conditions[\"{condition}\"].statement", "EDGE203",
        $"has no form in Varnish's VCL, line {syntax.Line}, column {syntax.Column}: {syntax.Message} Its backend gets no requests.");

    public static Problem HostName(string backend, string host) => Warning(Of(backend, "address"), "EDGE204",
        $"is {host}: Varnish looks a name up only once, when it loads the VCL, and takes one address of each kind.");

    public static Problem Window(string healthcheck, string property, int value) => Warning(
        $"healthchecks[\"{healthcheck}\"].{property}", "EDGE205",
        $"is {value}, but Varnish remembers only {VarnishProbe.MaxWindow} probes: that number is used.");

    public static Problem ConditionMissing(string backend, string condition) => Error(Of(backend, "requestCondition"), "EDGE206",
        $"names the condition \"{condition}\", which this version does not have: its backend gets no requests.");

    public static Problem Shielded(string backend) => Error(Of(backend, "shield"), "EDGE207",
        "has no meaning for a single Varnish: requests go to the origin at once.");

    public static Problem Director(Director director) => Warning(Problems.PathOf(Model.Director.Fields, director.Name), "EDGE208",
        $"has a quorum of {director.Quorum} % and {director.Retries} retries, which Varnish's directors do not know: "
        + "any healthy member is enough, and none is tried a second time.");

    /// <summary>What is left out for a reason.</summary>
    public static Problem LeftOut(IFieldTable table, string name, string why) =>
        Error(Problems.PathOf(table, name), "EDGE209", $"has no form in Varnish's VCL and is left out: {why}");

    /// <summary>What is there, and works otherwise.</summary>
    public static Problem Differs(IFieldTable table, string name, string property, string how) =>
        Warning($"{Problems.PathOf(table, name)}.{property}", "EDGE210", how);

    public static Problem Setting(string property, string how) => Warning($"settings.{property}", "EDGE210", how);

    public static Problem Vcl(IFieldTable table, string name) => Warning(Problems.PathOf(table, name), "EDGE211",
        "is in Fastly's dialect, so it is left out: write it anew for Varnish.");

    private static string Of(string backend, string field) =>
        $"backends[\"{backend}\"]" + (field.Length == 0 ? "" : "." + field);

    private static Problem Error(string path, string code, string message) => new(code, path, message, Severity.Error);

    private static Problem Warning(string path, string code, string message) => new(code, path, message, Severity.Warning);
}
