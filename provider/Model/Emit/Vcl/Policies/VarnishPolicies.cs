namespace EdgeInfra.Model;

/// <summary>
/// Origin policies for Varnish, in subroutines of their own around those of the version: Varnish runs all that bear one name, one after the other.
/// </summary>
internal sealed class VarnishPolicies
{
    private readonly List<PolicyGroup> _groups;

    private VarnishPolicies(List<PolicyGroup> groups) => _groups = groups;

    /// <param name="used">Names of the backends that are declared: nothing else can be named.</param>
    public static VarnishPolicies Of(VarnishScript script, IReadOnlySet<string> used)
    {
        var backends = script.Version.Backends
            .Where(backend => backend.Policy is not null && used.Contains(backend.Name) && VarnishBackend.IsReachable(backend)).ToList();
        script.Problems.AddRange(backends.SelectMany(PolicyProblems.OnVarnish));
        script.Problems.AddRange(PolicyGroup.Mixed(script.Version).Select(PolicyProblems.MixedOnVarnish));
        var sayable = backends.Where(backend => PolicyProblems.Unquotable(backend.Policy!) is null).ToValueList();
        return new(PolicyGroup.Of(new() { Backends = sayable }));
    }

    public bool Any => _groups.Count > 0;

    public string Imports => Any ? "import blob;\n" : "";

    /// <summary>Before the version's own: what a request remembers, what it finds in the cache, what follows an answer.</summary>
    public void Before(VclWriter vcl)
    {
        if (Any)
        {
            VarnishPolicyRequest.Write(vcl, _groups);
            VarnishPolicyDelivery.Write(vcl, _groups);
            VarnishPolicyAnswer.Settle(vcl, _groups);
        }
    }

    /// <summary>After the version's own: what the origin gets, and the last word on lifetimes.</summary>
    public void After(VclWriter vcl)
    {
        if (Any)
        {
            VarnishPolicyFetch.Write(vcl, _groups);
            VarnishPolicyAnswer.Live(vcl, _groups);
        }
    }

    /// <summary>A text in quotes; policies whose texts fit into none were left out before.</summary>
    public static string Quoted(string text) => VarnishLiteral.Text(text) ?? "\"\"";

    /// <summary>On the side of the client a director is still to choose: any member stands for all, which must be of one group.</summary>
    public static string AtClient(PolicyGroup group) => Is(group, "req.backend_hint.resolve()");

    public static string AtOrigin(PolicyGroup group) => Is(group, "bereq.backend");

    private static string Is(PolicyGroup group, string chosen) => PolicyTests.Or(group.Members.Select(target => $"{chosen} == {target}"));
}
