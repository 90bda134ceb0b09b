namespace EdgeInfra.Model;

/// <summary>
/// What can be said about VCL or a live service on its way into a stack program. With an error among it nothing is written;
/// paths are empty where line and column tell the place.
/// </summary>
public static class ImportProblems
{
    public static Problem InText(DeclarationProblem problem) => problem.Severity == Severity.Error
        ? Error("EDGE130", $"{problem}")
        : Warning("EDGE131", $"{problem}");

    public static Problem NothingDeclared() =>
        Error("EDGE132", "no backend is declared in it: there is nothing to import.");

    public static Problem DomainComment(string domain) => new("EDGE133", $"domains[\"{domain}\"].comment",
        "is nothing a stack program can declare: the next version that it writes is without it.", Severity.Warning);

    public static Problem SecretLeftOut(string path, string setting) => new("EDGE134", path,
        $"is secret, and was not written: set it with \"edgeinfra config set {setting} --secret\".", Severity.Warning);

    public static Problem NothingLive(string service, int number) => Warning("EDGE136", number == 0
        ? $"service {service} has no version that holds anything: the program declares the service only."
        : $"service {service} has no live version: the program declares version {number}, its newest, and the next update activates that.");

    public static Problem NoSuchService(string service, Uri endpoint) =>
        Error("EDGE137", $"there is no service {service} at {endpoint}: correct the id, or the endpoint.");

    public static Problem DomainUnknown(string setting) => Warning("EDGE138",
        $"VCL names no domains: the program answers for the one in its configuration, \"localhost\" until you set another with \"edgeinfra config set {setting} NAME\".");

    /// <param name="path">Of what holds it.</param>
    /// <param name="content">What it holds: items, entries, content.</param>
    public static Problem ContentLeftOut(string path, string content) => new("EDGE139", $"{path}.{content}",
        "is not in the program, which leaves it as it is: it belongs to the service, not to a version.", Severity.Warning);

    private static Problem Error(string code, string message) => new(code, "", message, Severity.Error);

    private static Problem Warning(string code, string message) => new(code, "", message, Severity.Warning);
}
