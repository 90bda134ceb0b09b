namespace EdgeInfra.Model;

/// <summary>
/// What follows an answer, in the order of the policy: the index below a missing path, the single page, the error page. Each is another run of
/// the request, begun at delivery, so that what is missing is remembered by the cache like everything else.
/// </summary>
internal static class FastlyPolicyDelivery
{
    private const string Next = "var.edgeinfra_next";

    public static void Write(VclWriter vcl, IReadOnlyList<PolicyGroup> groups)
    {
        vcl.Line($"declare local {Next} STRING;").Line($"set {Next} = \"\";");
        foreach (var group in groups)
        {
            vcl.Comment($"Origin policy of {group.Backend}")
                .Block($"if ({group.Chosen} && (req.method == \"GET\" || req.method == \"HEAD\")) {{", () => Write(vcl, group));
        }

        vcl.Block($"if ({Next} != \"\" && req.restarts < {VclLiteral.Number(PolicySteps.MostRestarts)}) {{", () =>
        {
            vcl.Line($"set {PolicySteps.Step} = {Next};");
            PolicyHeaders.Unset(vcl, "req", PolicySteps.Conditionals);
            vcl.Line("restart;");
        });
    }

    private static void Write(VclWriter vcl, PolicyGroup group)
    {
        var policy = group.Policy;
        vcl.Block($"if (!{PolicySteps.Step}) {{", () => vcl
            .Line($"set {PolicySteps.Status} = resp.status;").Line($"set {PolicySteps.Reason} = resp.response;"));
        var failed = new List<string> { $"!{PolicySteps.Step}" };
        if (policy is { DirectoryRedirect: true, DirectoryIndex.Length: > 0 })
        {
            var index = PolicySteps.Is(group, PolicySteps.Index);
            Go(vcl, group, $"!{PolicySteps.Step} && resp.status == 404 && req.url.path !~ \"/$\"", PolicySteps.Index);
            Go(vcl, group, $"{index} && (resp.status == 200 || resp.status == 206 || resp.status == 304)", PolicySteps.Redirect);
            failed.Add(index);
        }

        if (policy.SinglePage is { Length: > 0 })
        {
            Go(vcl, group, $"{Next} == \"\" && {PolicyTests.Or(failed)} && {PolicySteps.Status} == \"404\" && {PolicySteps.Navigation}", PolicySteps.Single);
            failed.Add($"({PolicySteps.Is(group, PolicySteps.Single)} && resp.status != 200)");
        }

        for (var at = 0; at < policy.ErrorPages.Count; at++)
        {
            Page(vcl, group, policy.ErrorPages[at], at, PolicyTests.Or(failed));
        }

        if (group.IsStore) // whose own words are no page
        {
            Go(vcl, group, $"{Next} == \"\" && {PolicyTests.Or(failed)} && {PolicySteps.Status} == \"404\"", PolicySteps.Missing);
        }

        if (policy.SinglePage is { Length: > 0 })
        {
            vcl.Block($"if ({Next} == \"\" && {PolicySteps.Status} == \"404\") {{", () => vcl.Line(
                $"set resp.http.Vary = if(resp.http.Vary, resp.http.Vary \", \", \"\") \"{PolicySteps.NavigationHeaders}\";"));
        }
    }

    private static void Page(VclWriter vcl, PolicyGroup group, ErrorPage page, int at, string failed)
    {
        var covered = PolicyTests.AnyOf($"std.atoi({PolicySteps.Status})", page.Statuses);
        var first = page.Path is { Length: > 0 } ? PolicySteps.Page(at) : PolicySteps.Content(at);
        Go(vcl, group, $"{Next} == \"\" && {failed} && {covered}", first);
        if (page.Path is { Length: > 0 })
        {
            vcl.Block($"if ({PolicySteps.Is(group, PolicySteps.Page(at))}) {{", () => vcl
                .Block("if (resp.status == 200) {", () =>
                {
                    FastlyPolicyError.Status(vcl, "resp", page);
                    PolicyHeaders.Unset(vcl, "resp", PolicySteps.OfThePage);
                }, "} else {")
                .Line($"    set {Next} = {VclLiteral.Text(group.Step(PolicySteps.Content(at)))};").Line("}"));
        }
    }

    private static void Go(VclWriter vcl, PolicyGroup group, string test, string step) =>
        vcl.Block($"if ({test}) {{", () => vcl.Line($"set {Next} = {VclLiteral.Text(group.Step(step))};"));
}
