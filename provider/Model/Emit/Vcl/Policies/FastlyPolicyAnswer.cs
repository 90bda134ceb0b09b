namespace EdgeInfra.Model;

/// <summary>What an origin answered, put in the words of the edge: what is missing is a 404, what is the bucket's own is gone, lifetimes are the policy's.</summary>
internal static class FastlyPolicyAnswer
{
    private const string Azure = "azure";

    private const string Unsure = "var.edgeinfra_unsure";

    public static void Write(VclWriter vcl, IEnumerable<PolicyGroup> groups)
    {
        vcl.Line($"declare local {Unsure} BOOL;").Line($"set {Unsure} = false;");
        foreach (var group in groups)
        {
            vcl.Comment($"Origin policy of {group.Backend}").Block($"if ({group.OnLastHop}) {{", () => Write(vcl, group));
        }
    }

    private static void Write(VclWriter vcl, PolicyGroup group)
    {
        foreach (var missing in group.Policy.Missing.Select(PolicyTests.Missing).Where(one => one.Status != 404).GroupBy(one => Told(group, one)))
        {
            Missing(vcl, missing.Key, unsure: missing.All(one => one.Code is not null) && group.Policy.Store != Azure);
        }

        if (group.Policy.Signing is not null)
        {
            vcl.Line("# Our own credentials are refused: no answer for a client, nor one to keep.")
                .Block("if (beresp.status == 401 || beresp.status == 403) {", () => vcl.Line("error 503 \"Origin refused credentials\";"));
        }

        Lifetimes(vcl, group);
        Pages(vcl, group);
        PolicyHeaders.Unset(vcl, "beresp", group.Policy.StripResponseHeaders);
    }

    // Azure names the code in a header. Elsewhere it is in the body, which VCL cannot read: the status alone counts, and is not kept.
    private static string Told(PolicyGroup group, (int Status, string? Code) missing) => $"beresp.status == {VclLiteral.Number(missing.Status)}"
        + (missing.Code is not null && group.Policy.Store == Azure ? $" && beresp.http.x-ms-error-code == {VclLiteral.Text(missing.Code)}" : "");

    private static void Missing(VclWriter vcl, string told, bool unsure) => vcl.Block($"if ({told}) {{", () =>
    {
        vcl.Line("set beresp.status = 404;").Line("set beresp.response = \"Not Found\";");
        if (unsure)
        {
            vcl.Line($"set {Unsure} = true;").Line("set beresp.ttl = 0s;").Line("set beresp.cacheable = false;");
        }
        else
        {
            vcl.Line("set beresp.cacheable = true;");
        }
    });

    private static void Pages(VclWriter vcl, PolicyGroup group)
    {
        foreach (var (page, at) in group.Policy.ErrorPages.Select((page, at) => (page, at)))
        {
            var covered = PolicyTests.AnyOf("beresp.status", page.Statuses);
            vcl.Block($"if ({PolicySteps.Is(group, PolicySteps.Page(at))} || (!{PolicySteps.Step} && !{Unsure} && {covered})) {{",
                () => Live(vcl, page.Ttl));
        }
    }

    private static void Lifetimes(VclWriter vcl, PolicyGroup group)
    {
        for (var i = 0; i < group.Policy.Ttl.Count; i++)
        {
            var rule = group.Policy.Ttl[i];
            var test = $"!{PolicySteps.Step} && !{Unsure} && {PolicyTests.Fits(rule, "req.url.path", "beresp", VclLiteral.Text)}";
            vcl.Block($"{(i == 0 ? "if" : "else if")} ({test}) {{", () => Live(vcl, rule.Ttl));
        }
    }

    // The header keeps what follows from taking the version's default; Fastly drops it before the client.
    private static void Live(VclWriter vcl, int seconds) => vcl
        .Line($"set beresp.ttl = {VclLiteral.Number(seconds)}s;")
        .Line($"set beresp.cacheable = {(seconds > 0 ? "true" : "false")};")
        .Line($"set beresp.http.Surrogate-Control = \"max-age={VclLiteral.Number(seconds)}\";");
}
