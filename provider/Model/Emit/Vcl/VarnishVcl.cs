namespace EdgeInfra.Model;

/// <summary>
/// A version as VCL 4.1 for open-source Varnish, choosing backends as the edge does. Varnish speaks no TLS to origins, and
/// never sends a request in plain text that should have been encrypted: it answers 503.
/// </summary>
public static class VarnishVcl
{
    /// <summary>With dictionaries and ACLs that hold nothing.</summary>
    public static VarnishText Of(ServiceVersion version) => Of(version, VersionContents.Empty);

    /// <summary>With what dictionaries and ACLs hold at this moment: Varnish learns of changes only from a new text.</summary>
    public static VarnishText Of(ServiceVersion version, VersionContents contents)
    {
        version = version.Normalise();
        var script = new VarnishScript(version, contents);
        var (assigned, backends, body) = (Assignments.Of(version), new VclWriter(), new VclWriter());
        var rules = VarnishReceive.Rules(script, assigned);
        var used = VarnishReceive.Used(script, assigned, rules);
        foreach (var backend in version.Backends)
        {
            VarnishBackend.Write(backends, backend, version, used.Contains(backend.Name));
            script.Problems.AddRange(VarnishBackend.Problems(backend));
        }

        script.Problems.AddRange(version.Healthchecks.SelectMany(VarnishProbe.Problems));
        var policies = VarnishPolicies.Of(script, used);
        VarnishReceive.Directors(body, version, assigned);
        policies.Before(body);
        body.Block("sub vcl_recv {", () => VarnishReceive.Write(body, script, assigned, rules));
        VarnishRequestSettings.Hash(body, script);
        VarnishBackend.WriteFetch(body, script, version.Backends.Where(backend => used.Contains(backend.Name)));
        VarnishAnswer.Write(body, script);
        var delivery = new VarnishDelivery(script);
        delivery.Write(body);
        VarnishAnswers.Fill(body, script, delivery);
        policies.After(body);
        script.Problems.AddRange(Unsaid(version));

        var acls = new VclWriter(); // last, because only now is it known which are used
        VarnishAcls.Write(acls, script);
        return new(Head(version, script.Problems, policies.Imports) + acls + backends + body, script.Problems.ToValueList());
    }

    private static string Head(ServiceVersion version, List<Problem> problems, string imports)
    {
        var vcl = new VclWriter().Line("vcl 4.1;").Line()
            .Comment($"Version {version.Number} of the service {version.ServiceId}, for open-source Varnish.");
        problems.ForEach(problem => vcl.Comment($"{problem.Severity}: {problem}"));
        return vcl.Line().Line("import directors;").Line("import std;").ToString() + imports + "\n";
    }

    private static IEnumerable<Problem> Unsaid(ServiceVersion version) =>
    [
        .. VarnishAnswers.Problems(version),
        .. version.Headers.Select(header => VarnishDirectors.Chosen(header, version)).OfType<Director>().Distinct()
            .Select(VarnishProblems.Director),
        .. version.Snippets.Select(snippet => VarnishProblems.Vcl(Snippet.Fields, snippet.Name)),
        .. version.Vcls.Select(file => VarnishProblems.Vcl(VclFile.Fields, file.Name)),
    ];
}
