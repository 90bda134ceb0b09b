using System.Text.RegularExpressions;

namespace EdgeInfra.Model;

/// <summary>
/// A version as VCL 4.1 for open-source Varnish, choosing backends as the edge does. Varnish speaks no TLS to origins, and
/// never sends a request in plain text that should have been encrypted: it answers 503.
/// </summary>
public static class VarnishVcl
{
    private const string Balanced = "autodirector_";

    public static VarnishText Of(ServiceVersion version)
    {
        version = version.Normalise();
        var (assigned, problems, body) = (Assignments.Of(version), new List<Problem>(), new VclWriter());
        var rules = Rules(version, assigned, problems);
        var used = Used(assigned, rules);
        foreach (var backend in version.Backends)
        {
            VarnishBackend.Write(body, backend, version, used.Contains(backend.Name));
            problems.AddRange(VarnishBackend.Problems(backend));
        }

        problems.AddRange(version.Healthchecks.SelectMany(VarnishProbe.Problems));
        Director(body, assigned);
        body.Block("sub vcl_recv {", () => Receive(body, version, assigned, rules));
        VarnishBackend.WriteFetch(body, version.Backends.Where(backend => used.Contains(backend.Name)));
        return new(Head(version, problems) + body, problems.ToValueList());
    }

    private static string Head(ServiceVersion version, List<Problem> problems)
    {
        var vcl = new VclWriter().Line("vcl 4.1;").Line()
            .Comment($"Version {version.Number} of the service {version.ServiceId}, for open-source Varnish.");
        problems.ForEach(problem => vcl.Comment($"{problem.Severity}: {problem}"));
        return vcl.Line().Line("import directors;").Line("import std;").Line().ToString();
    }

    private static List<(Backend Backend, Condition When, string? Statement)> Rules(
        ServiceVersion version, Assignments assigned, List<Problem> problems)
    {
        var rules = new List<(Backend Backend, Condition When, string? Statement)>();
        foreach (var (backend, condition) in assigned.Conditional)
        {
            rules.Add((backend, condition, VarnishCondition.Translate(condition.Statement, out var problem)));
            if (rules[^1].Statement is null)
            {
                problems.Add(VarnishProblems.Statement(condition.Name, problem.Where, problem.Why));
            }
        }

        var known = rules.Select(rule => rule.Backend.Name).ToHashSet();
        problems.AddRange(version.Backends
            .Where(backend => backend.RequestCondition.Length > 0 && !known.Contains(backend.Name))
            .Select(backend => VarnishProblems.ConditionMissing(backend.Name, backend.RequestCondition)));
        return rules;
    }

    // Varnish refuses to load declarations that nothing refers to.
    private static HashSet<string> Used(Assignments assigned, List<(Backend Backend, Condition When, string? Statement)> rules) =>
    [
        .. Members(assigned).Select(backend => backend.Name),
        .. rules.Where(rule => rule.Statement is not null).Select(rule => rule.Backend.Name),
    ];

    private static IEnumerable<Backend> Members(Assignments assigned) =>
        IsBalanced(assigned) ? assigned.Default.Where(VarnishBackend.IsReachable) : assigned.Default.Take(1);

    private static void Director(VclWriter vcl, Assignments assigned)
    {
        if (!IsBalanced(assigned))
        {
            return;
        }

        vcl.Block("sub vcl_init {", () =>
        {
            vcl.Line($"new {Balanced} = directors.random();");
            foreach (var backend in Members(assigned))
            {
                vcl.Line($"{Balanced}.add_backend({VclName.For(backend.Name)}, {backend.Weight});");
            }
        }).Line();
    }

    private static void Receive(
        VclWriter vcl, ServiceVersion version, Assignments assigned, List<(Backend Backend, Condition When, string? Statement)> rules)
    {
        vcl.Block($"if (req.http.Host !~ \"{Hosts(version)}\") {{",
            () => vcl.Line("return (synth(500, \"Domain Not Found\"));")).Line();
        if (assigned.Default.Count > 0)
        {
            var hint = IsBalanced(assigned) ? Balanced + ".backend()" : VclName.For(assigned.Default[0].Name);
            vcl.Line($"set req.backend_hint = {hint};").Line();
        }

        foreach (var (backend, condition, statement) in rules)
        {
            vcl.Comment($"{condition.Name}, priority {condition.Priority}");
            if (statement is null)
            {
                vcl.Comment("has no form in Varnish's VCL").Line();
            }
            else
            {
                vcl.Block($"if ({statement}) {{", () => vcl.Line($"set req.backend_hint = {VclName.For(backend.Name)};")).Line();
            }
        }

        vcl.Block("if (req.method != \"GET\" && req.method != \"HEAD\") {", () => vcl.Line("return (pass);")).Line("return (hash);");
    }

    private static string Hosts(ServiceVersion version) =>
        "(?i)^(" + string.Join('|', version.Domains.Select(domain => Host(domain.Name))) + @")\.?(:[0-9]*)?$";

    private static string Host(string domain) =>
        domain.StartsWith("*.", StringComparison.Ordinal) ? @".+\." + Regex.Escape(domain[2..]) : Regex.Escape(domain);

    // A director without members would not load: then the first backend stands for all that cannot be reached.
    private static bool IsBalanced(Assignments assigned) => assigned.IsBalanced && assigned.Default.Any(VarnishBackend.IsReachable);
}
