namespace EdgeInfra.Model;

/// <summary>
/// The backends and probes that VCL text declares. An inline probe becomes a healthcheck named after its backend; the
/// prefix <c>F_</c> is taken off, because generated VCL puts it on.
/// </summary>
public sealed record VclDeclarations(
    ValueList<Backend> Backends, ValueList<Healthcheck> Healthchecks, ValueList<DeclarationProblem> Problems)
{
    private const int IdLength = 22; // of the ids that Fastly gives services

    /// <summary>Reads whole files, too: what is neither a backend nor a probe is passed over.</summary>
    /// <param name="text">VCL in Fastly's dialect.</param>
    /// <param name="serviceId">
    /// The service it is from: its id is the share_key every backend has by itself. Without it, a key that all backends have and
    /// that has the form of an id is taken for it.
    /// </param>
    public static VclDeclarations Read(string text, string serviceId = "")
    {
        var problems = new List<DeclarationProblem>();
        var declared = DeclarationReader.Read(text, problems);
        var probes = new ProbeDeclarations(declared, problems);
        var service = serviceId.Length > 0 ? serviceId : CommonKey(declared);
        var backends = declared.Where(one => one.IsBackend)
            .Select(one => BackendDeclaration.Read(one, probes, service, problems)).OfType<Backend>().ToValueList();
        return new(backends, probes.Used, problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).ToValueList());
    }

    private static string CommonKey(List<Declared> declared) =>
        declared.Where(one => one.IsBackend).Select(Key).Distinct().ToList() is [{ Length: IdLength } only] && only.All(char.IsAsciiLetterOrDigit)
            ? only
            : "";

    private static string? Key(Declared backend) =>
        backend.Properties.FirstOrDefault(property => property.Name.Text == "share_key")?.Value is [{ Kind: PieceKind.Text } key] ? key.Text : null;
}
