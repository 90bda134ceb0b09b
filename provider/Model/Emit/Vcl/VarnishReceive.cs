using System.Text.RegularExpressions;

namespace EdgeInfra.Model;

/// <summary>What happens to a request in Varnish before an origin is asked, and what it may go to.</summary>
internal static class VarnishReceive
{
    public static List<(Backend Backend, Condition When, string? Statement)> Rules(VarnishScript script, Assignments assigned)
    {
        var rules = new List<(Backend Backend, Condition When, string? Statement)>();
        foreach (var (backend, condition) in assigned.Conditional)
        {
            var statement = new VarnishExpression(script, VarnishPlace.Request).Condition(condition.Statement, out var problem);
            rules.Add((backend, condition, statement));
            script.Settle(written: problem is null);
            if (problem is not null)
            {
                script.Problems.Add(VarnishProblems.Statement(condition.Name, problem));
            }
        }

        var known = rules.Select(rule => rule.Backend.Name).ToHashSet();
        script.Problems.AddRange(script.Version.Backends
            .Where(backend => backend.RequestCondition.Length > 0 && !known.Contains(backend.Name))
            .Select(backend => VarnishProblems.ConditionMissing(backend.Name, backend.RequestCondition)));
        return rules;
    }

    /// <summary>Varnish refuses to load declarations that nothing refers to.</summary>
    public static HashSet<string> Used(
        VarnishScript script, Assignments assigned, List<(Backend Backend, Condition When, string? Statement)> rules) =>
    [
        .. Members(assigned).Select(backend => backend.Name),
        .. rules.Where(rule => rule.Statement is not null).Select(rule => rule.Backend.Name),
        .. script.Version.Headers.Where(header => IsSayable(script, header))
            .Select(header => VarnishDirectors.BackendOf(header, script.Version)).OfType<Backend>().Select(backend => backend.Name),
        .. Chosen(script.Version).SelectMany(director => VarnishDirectors.MembersOf(director, script.Version)).Select(backend => backend.Name),
    ];

    public static void Directors(VclWriter vcl, ServiceVersion version, Assignments assigned)
    {
        var chosen = Chosen(version).ToList();
        if (!IsBalanced(assigned) && chosen.Count == 0)
        {
            return;
        }

        vcl.Block("sub vcl_init {", () =>
        {
            if (IsBalanced(assigned))
            {
                vcl.Line($"new {FastlySymbols.Balanced} = directors.random();");
                foreach (var backend in Members(assigned))
                {
                    vcl.Line($"{FastlySymbols.Balanced}.add_backend({VclName.For(backend.Name)}, {VclLiteral.Number(backend.Weight)});");
                }
            }

            chosen.ForEach(director => VarnishDirectors.Create(vcl, director, version));
        }).Line();
    }

    public static void Write(
        VclWriter vcl, VarnishScript script, Assignments assigned, List<(Backend Backend, Condition When, string? Statement)> rules)
    {
        Hosts(vcl, script);
        if (assigned.Default.Count > 0)
        {
            var hint = IsBalanced(assigned) ? FastlySymbols.Balanced + ".backend()" : VclName.For(assigned.Default[0].Name);
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

        VarnishRequestSettings.Write(vcl, script);
        VarnishAnswers.OfRequests(vcl, script);
        VarnishHeaders.Write(vcl, script, "request", VarnishPlace.Request);
        VarnishRequestSettings.Act(vcl, script);
        vcl.Block("if (req.method != \"GET\" && req.method != \"HEAD\") {", () => vcl.Line("return (pass);")).Line("return (hash);");
    }

    private static bool IsSayable(VarnishScript script, Header header)
    {
        string?[] conditions = [header.RequestCondition, header.CacheCondition, header.ResponseCondition];
        var sayable = script.Conditions(conditions, VarnishPlace.Request, out _) is not null;
        script.Settle(written: false);
        return sayable;
    }

    private static IEnumerable<Director> Chosen(ServiceVersion version) => version.Headers
        .Select(header => VarnishDirectors.Chosen(header, version)).OfType<Director>().Distinct()
        .Where(director => VarnishDirectors.MembersOf(director, version).Count > 0);

    private static IEnumerable<Backend> Members(Assignments assigned) =>
        IsBalanced(assigned) ? assigned.Default.Where(VarnishBackend.IsReachable) : assigned.Default.Take(1);

    private static void Hosts(VclWriter vcl, VarnishScript script)
    {
        var version = script.Version;
        if (VarnishLiteral.Text(version.Settings.DefaultHost) is not { } host)
        {
            script.Problems.Add(VarnishProblems.Setting("defaultHost", "fits into none of Varnish's quotes and is left out."));
        }
        else if (version.Settings.DefaultHost.Length > 0)
        {
            vcl.Block("if (!req.http.Host) {", () => vcl.Line($"set req.http.Host = {host};")).Line();
        }

        var names = string.Join('|', version.Domains.Select(domain => Host(domain.Name)));
        vcl.Block($"if (req.http.Host !~ \"(?i)^({names})\\.?(:[0-9]*)?$\") {{",
            () => vcl.Line("return (synth(500, \"Domain Not Found\"));")).Line();
    }

    private static string Host(string domain) =>
        domain.StartsWith("*.", StringComparison.Ordinal) ? @".+\." + Regex.Escape(domain[2..]) : Regex.Escape(domain);

    // A director without members would not load: then the first backend stands for all that cannot be reached.
    private static bool IsBalanced(Assignments assigned) => assigned.IsBalanced && assigned.Default.Any(VarnishBackend.IsReachable);
}
