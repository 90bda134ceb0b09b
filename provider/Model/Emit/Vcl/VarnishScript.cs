using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>What is known while one version becomes VCL for Varnish: what it looks up, what it uses, what it cannot say.</summary>
internal sealed class VarnishScript(ServiceVersion version, VersionContents contents)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public ServiceVersion Version => version;

    public VersionContents Contents => contents;

    public List<Problem> Problems { get; } = [];

    /// <summary>Names of ACLs that expressions match: Varnish refuses to load declarations that nothing refers to.</summary>
    public HashSet<string> UsedAcls { get; } = new(StringComparer.Ordinal);

    /// <summary>An expression matches the ACL; it counts once the expression is written.</summary>
    public void Ask(string acl) => _asked.Add(acl);

    /// <summary>The expressions since the last call are written, or left out after all.</summary>
    public void Settle(bool written)
    {
        if (written)
        {
            UsedAcls.UnionWith(_asked);
        }

        _asked.Clear();
    }

    /// <summary>All of the named conditions as one expression, "" where there are none; or null and what stands in the way.</summary>
    public string? Conditions(IEnumerable<string?> names, VarnishPlace place, out string why)
    {
        why = "";
        var written = new List<string>();
        foreach (var name in names.OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (version.Conditions.FirstOrDefault(condition => condition.Name == name) is not { } condition)
            {
                why = $"its condition \"{name}\" does not exist.";
                return null;
            }

            if (new VarnishExpression(this, place).Condition(condition.Statement, out var problem) is not { } text)
            {
                why = $"its condition \"{name}\" has no form in Varnish's VCL, {problem}";
                return null;
            }

            written.Add(text);
        }

        return written.Count == 1 ? written[0] : string.Join(" && ", written.Select(text => $"({text})"));
    }

    /// <summary>The statements under those conditions; where they cannot be said, a problem and a comment instead.</summary>
    public void Guarded(VclWriter vcl, IEnumerable<string?> names, VarnishPlace place, Func<string, Problem> problem, Action content)
    {
        switch (Conditions(names, place, out var why))
        {
            case null:
                Refuse(vcl, problem(why));
                break;
            case "":
                content();
                vcl.Line();
                Settle(written: true);
                break;
            case var condition:
                vcl.Block($"if ({condition}) {{", content).Line();
                Settle(written: true);
                break;
        }
    }

    public void Refuse(VclWriter vcl, Problem problem)
    {
        Settle(written: false);
        Problems.Add(problem);
        vcl.Comment($"{problem.Code}: left out").Line();
    }
}
