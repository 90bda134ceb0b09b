namespace EdgeInfra.Model;

/// <summary>What an origin answered to Varnish: sorted before the version's own rules see it, given its lifetime after them.</summary>
internal static class VarnishPolicyAnswer
{
    private const string Url = VarnishPolicyFetch.Url, Step = VarnishPolicyFetch.Step;

    public static void Settle(VclWriter vcl, IReadOnlyList<PolicyGroup> groups) => Write(vcl, groups, (group) =>
    {
        vcl.Line($"set bereq.url = {Url};");
        foreach (var missing in group.Policy.Missing.Select(PolicyTests.Missing).Where(one => one.Status != 404).GroupBy(one => Told(group, one)))
        {
            vcl.Block($"if ({missing.Key}) {{", () =>
            {
                vcl.Line("set beresp.status = 404;").Line("set beresp.reason = \"Not Found\";");
                if (missing.All(one => one.Code is not null) && group.Policy.Store != "azure")
                {
                    vcl.Line("set beresp.uncacheable = true;");
                }
            });
        }

        PolicyHeaders.Unset(vcl, "beresp", VarnishPolicyHeaders.WholeNames(group.Policy.StripResponseHeaders));
    });

    public static void Live(VclWriter vcl, IReadOnlyList<PolicyGroup> groups) => Write(vcl, groups, group =>
    {
        foreach (var (page, at) in group.Policy.ErrorPages.Select((page, at) => (page, at)))
        {
            Live(vcl, $"{Step} == {VarnishPolicies.Quoted(group.Step(PolicySteps.Page(at)))} || (!{Step} && {PolicyTests.AnyOf("beresp.status", page.Statuses)})",
                page.Ttl);
        }

        foreach (var rule in group.Policy.Ttl)
        {
            Live(vcl, $"!{Step} && {PolicyTests.Fits(rule, VarnishPolicyRequest.PathOf("bereq.url"), "beresp", VarnishPolicies.Quoted)}", rule.Ttl);
        }
    });

    // It ends the subroutine: Varnish's own rules at its end would ask the origin's headers.
    private static void Live(VclWriter vcl, string test, int seconds) => vcl.Block($"if ({test}) {{", () =>
    {
        vcl.Line($"set beresp.ttl = {VclLiteral.Number(seconds)}s;");
        if (seconds == 0)
        {
            vcl.Line("set beresp.uncacheable = true;");
        }

        vcl.Block("if (!beresp.http.Set-Cookie) {", () => vcl.Line("return (deliver);"));
    });

    private static string Told(PolicyGroup group, (int Status, string? Code) missing) => $"beresp.status == {VclLiteral.Number(missing.Status)}"
        + (missing.Code is not null && group.Policy.Store == "azure" ? $" && beresp.http.x-ms-error-code == {VarnishPolicies.Quoted(missing.Code)}" : "");

    private static void Write(VclWriter vcl, IReadOnlyList<PolicyGroup> groups, Action<PolicyGroup> write) =>
        vcl.Line().Block("sub vcl_backend_response {", () =>
        {
            foreach (var group in groups)
            {
                vcl.Comment($"Origin policy of {group.Backend}").Block($"if ({VarnishPolicies.AtOrigin(group)}) {{", () => write(group));
            }
        });
}
