namespace EdgeInfra.Model;

/// <summary>What happens to a request first: its backend, its settings, answers without an origin.</summary>
internal static class FastlyReceive
{
    public static void Write(VclWriter vcl, ServiceVersion version, Assignments assigned, FastlySymbols symbols)
    {
        Timer(vcl);
        FastlySnippets.Write(vcl, version, "recv");
        Defaults(vcl, version, assigned);
        Conditional(vcl, version, assigned);
        FastlyRequestSettings.Write(vcl, version);
        FastlyResponses.Raise(vcl, version, answer => answer.RequestCondition);
        FastlyHeaders.Write(vcl, version, symbols, "request");
        FastlyShields.Choose(vcl, version, assigned, symbols);
        FastlyRequestSettings.Act(vcl, version);
    }

    private static void Timer(VclWriter vcl) => vcl.Block("if (req.restarts == 0) {", () => vcl
        .Block("if (!req.http.X-Timer) {", () => vcl.Line("set req.http.X-Timer = \"S\" time.start.sec \".\" time.start.usec_frac;"))
        .Line("set req.http.X-Timer = req.http.X-Timer \",VS0\";")).Line();

    private static void Defaults(VclWriter vcl, ServiceVersion version, Assignments assigned)
    {
        vcl.Line("# default conditions");
        if (assigned.Default.Count > 0)
        {
            vcl.Line($"set req.backend = {(assigned.IsBalanced ? FastlySymbols.Balanced : VclName.For(assigned.Default[0].Name))};");
        }

        if (version.Settings.DefaultHost.Length > 0)
        {
            vcl.Block("if (!req.http.host) {", () => vcl.Line($"set req.http.host = {VclLiteral.Text(version.Settings.DefaultHost)};"));
        }

        vcl.Line("# end default conditions").Line();
    }

    private static void Conditional(VclWriter vcl, ServiceVersion version, Assignments assigned)
    {
        foreach (var (backend, condition) in assigned.Conditional)
        {
            FastlyGuard.Write(vcl, version, $"the backend {backend.Name}", [condition.Name],
                () => vcl.Line($"set req.backend = {VclName.For(backend.Name)};"));
        }

        var known = assigned.Conditional.Select(one => one.Backend.Name).ToHashSet();
        var dangling = version.Backends.Where(backend => backend.RequestCondition.Length > 0 && !known.Contains(backend.Name));
        foreach (var backend in dangling)
        {
            vcl.Comment($"Not assigned: {backend.Name}, whose condition {backend.RequestCondition} does not exist");
        }
    }
}
