using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>What is wrong with a version. Errors forbid activation, warnings are told with it.</summary>
internal sealed record Verdict(ValueList<Problem> Problems)
{
    public IReadOnlyList<string> Errors => Texts(Severity.Error);

    public IReadOnlyList<string> Warnings => Texts(Severity.Warning);

    public bool Ok => Errors.Count == 0;

    private List<string> Texts(Severity severity) =>
        [.. Problems.Where(problem => problem.Severity == severity).Select(problem => problem.ToString())];
}
