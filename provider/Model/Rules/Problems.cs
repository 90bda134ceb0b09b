namespace EdgeInfra.Model;

/// <summary>
/// Everything that can be wrong with a declaration, each with a code that never changes its meaning; new ones get new
/// codes.
/// </summary>
/// <remarks>
/// Messages read after their path. Paths are relative to the record; <see cref="In"/> puts them into a version.
/// </remarks>
public static partial class Problems
{
    public static Problem BadField(Failure failure) => Error("EDGE001", failure.Property, failure.Reason);

    public static Problem NoDomain() =>
        Error("EDGE002", "domains", "is empty: a version needs at least one domain to answer for.");

    public static Problem NoBackend() =>
        Error("EDGE003", "backends", "is empty: a version needs at least one backend to fetch from.");

    public static Problem DuplicateName(IFieldTable table, string name) =>
        Error("EDGE004", PathOf(table, name), $"is declared more than once: give each {table.WirePath} a name of its own.");

    public static Problem VclNameCollision(string name, string other) =>
        Error("EDGE005", PathOf(Backend.Fields, name),
            $"becomes {VclName.For(name)} in VCL, as does the backend \"{other}\": names must differ in more than signs and blanks.");

    public static Problem UnknownHealthcheck(string healthcheck, IEnumerable<string> known) =>
        Error("EDGE006", "healthcheck", $"names the healthcheck \"{healthcheck}\", which this version does not have.{Instead(healthcheck, known)}");

    public static Problem UnknownCondition(string condition, IEnumerable<string> known) =>
        Error("EDGE007", "requestCondition", $"names the condition \"{condition}\", which this version does not have.{Instead(condition, known)}");

    public static Problem ConditionNotRequest(string condition, string type) =>
        Error("EDGE008", "requestCondition", $"names the condition \"{condition}\" of type {type}: "
            + "backends are chosen by conditions of type REQUEST.");

    public static Problem BadStatement(SyntaxProblem syntax) =>
        Error("EDGE009", "statement", $"cannot be used, {syntax}");

    public static Problem InitialAboveWindow(int initial, int window) =>
        Error("EDGE010", "initial", $"is {initial}, but the window holds only {window} probes: lower initial or raise window.");

    public static Problem ThresholdAboveWindow(int threshold, int window) =>
        Error("EDGE011", "threshold", $"is {threshold}, but the window holds only {window} probes, "
            + "so backends could never be healthy: lower threshold or raise window.");

    public static Problem DuplicateDomain(string name) =>
        Error("EDGE012", PathOf(Domain.Fields, name), "is declared more than once; case does not count in domains: remove one.");

    public static Problem TlsRangeEmpty(string min, string max) =>
        Error("EDGE013", "minTlsVersion", $"is {min}, which is above maxTlsVersion {max}: no version is left.");

    /// <summary>Only the control plane can find this one: it knows the other services.</summary>
    public static Problem DomainTaken(string domain, string service, int version) =>
        Error("EDGE014", PathOf(Domain.Fields, domain), $"is answered by version {version} of the service {service} already: remove it there, or here.");

    /// <summary>Only the control plane can find this one: it holds what dictionaries and ACLs contain.</summary>
    public static Problem ContentDamaged(IFieldTable table, string name, string damage) =>
        Error("EDGE015", PathOf(table, name), $"cannot be looked into, because {damage}. Mend or restore the file and start the edge again.");

    public static Problem UnusedContentDamaged(IFieldTable table, string name, string damage) =>
        Warning("EDGE140", PathOf(table, name),
            $"cannot be looked into, because {damage}. Nothing in this version looks it up, so the rest is served. Mend or restore the file and start the edge again.");

    public static Problem ConditionOfOtherType(string field, string condition, string type, string wanted) =>
        Error("EDGE030", field, $"names the condition \"{condition}\" of type {type}, but must name one of type {wanted}.");

    public static Problem UnknownToFastly(string field) =>
        Error("EDGE031", field, "is known to the bundled runtime only, not to Fastly: leave it unset.");

    public static Problem VclNotExecuted(IFieldTable table, string name) =>
        Warning("EDGE120", PathOf(table, name), "is kept, but never executed: the runtime does not run VCL.");

    public static Problem SettingWithoutEffect(string setting) =>
        Warning("EDGE121", $"settings.{setting}", "has no effect in this runtime.");

    /// <summary>Only the control plane says this one, when a version is staged.</summary>
    public static Problem StagingNotServed() =>
        Warning("EDGE122", "", "The version is staged, but this runtime has no staging addresses, so no request reaches it.");

    public static Problem SickAtStart(int initial, int threshold) =>
        Warning("EDGE101", "initial", $"is {initial}, below the threshold of {threshold}: "
            + $"backends start sick and answer 503 until enough probes succeed. Set it to {threshold}.");

    public static Problem HttpsPortWithoutTls() =>
        Warning("EDGE102", "useSsl", "is false on port 443: most origins expect TLS there. Leave useSsl unset, or choose another port.");

    public static Problem BalancingSwitchedOff(string condition) =>
        Warning("EDGE103", "autoLoadbalance", $"has no effect, because the backend has the request condition \"{condition}\": "
            + "remove one of the two.");

    public static Problem SeveralDefaults(IEnumerable<string> unused, string used) =>
        Warning("EDGE104", "backends",
            $"has more than one default: \"{used}\" is used, and no request goes to {Quoted(unused)}. "
            + "Give the others a requestCondition, or all of them autoLoadbalance.");

    public static Problem NoDefault(string used) =>
        Warning("EDGE105", "backends", $"has a requestCondition on every backend: requests that satisfy none go to the first, \"{used}\".");

    public static Problem ConditionWithoutEffect(string name, string type) =>
        Warning("EDGE123", PathOf(Condition.Fields, name), $"has no effect: nothing that the runtime obeys names this condition of type {type}.");

    /// <summary>The problem of one record as a problem of the version that holds it.</summary>
    public static Problem In(IFieldTable table, string name, Problem problem) =>
        problem with { Path = $"{PathOf(table, name)}.{problem.Path}" };

    internal static string PathOf(IFieldTable table, string name) => $"{table.ListName}[\"{name}\"]";

    private static string Instead(string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        return names.Count == 0 ? " It has none: declare it, or leave this unset."
            : Nearest.To(name, names) is null ? $" There are {Quoted(names)}."
            : Nearest.Hint(name, names);
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    private static Problem Error(string code, string path, string message) => new(code, path, message, Severity.Error);

    private static Problem Warning(string code, string path, string message) => new(code, path, message, Severity.Warning);
}
