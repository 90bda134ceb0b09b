namespace EdgeInfra.Model;

/// <summary>What follows an answer in Varnish, in the order of the policy; and the answers of the policy's own.</summary>
internal static class VarnishPolicyDelivery
{
    private const string Next = VarnishPolicyRequest.Next;

    private const string Code = $"std.integer({PolicySteps.Status}, 0)";

    public static void Write(VclWriter vcl, IReadOnlyList<PolicyGroup> groups)
    {
        vcl.Line().Block("sub vcl_deliver {", () =>
        {
            foreach (var group in groups)
            {
                vcl.Comment($"Origin policy of {group.Backend}")
                    .Block($"if ({VarnishPolicies.AtClient(group)} && (req.method == \"GET\" || req.method == \"HEAD\")) {{", () => Follow(vcl, group));
            }

            vcl.Block($"if ({Next} && req.restarts < {VclLiteral.Number(PolicySteps.MostRestarts)}) {{", () =>
            {
                vcl.Line($"set {PolicySteps.Step} = {Next};");
                PolicyHeaders.Unset(vcl, "req", PolicySteps.Conditionals);
                vcl.Line("return (restart);");
            });
        });
        vcl.Line().Block("sub vcl_synth {", () =>
        {
            foreach (var group in groups)
            {
                vcl.Comment($"Origin policy of {group.Backend}");
                Answers(vcl, group);
            }
        });
    }

    private static void Follow(VclWriter vcl, PolicyGroup group)
    {
        var policy = group.Policy;
        vcl.Block($"if (!{PolicySteps.Step}) {{", () => vcl
            .Line($"set {PolicySteps.Status} = resp.status;").Line($"set {PolicySteps.Reason} = resp.reason;"));
        var failed = new List<string> { $"!{PolicySteps.Step}" };
        if (policy is { DirectoryRedirect: true, DirectoryIndex.Length: > 0 })
        {
            var index = PolicySteps.Is(group, PolicySteps.Index);
            Go(vcl, group, $"!{PolicySteps.Step} && resp.status == 404 && {VarnishPolicyRequest.PathOf("req.url")} !~ \"/$\"", PolicySteps.Index);
            Go(vcl, group, $"{index} && (resp.status == 200 || resp.status == 206 || resp.status == 304)", PolicySteps.Redirect);
            failed.Add(index);
        }

        if (policy.SinglePage is { Length: > 0 })
        {
            Go(vcl, group, $"!{Next} && {PolicyTests.Or(failed)} && {Code} == 404 && {PolicySteps.Navigation}", PolicySteps.Single);
            failed.Add($"({PolicySteps.Is(group, PolicySteps.Single)} && resp.status != 200)");
        }

        for (var at = 0; at < policy.ErrorPages.Count; at++)
        {
            Page(vcl, group, policy.ErrorPages[at], at, PolicyTests.Or(failed));
        }

        if (group.IsStore) // whose own words are no page
        {
            Go(vcl, group, $"!{Next} && {PolicyTests.Or(failed)} && {Code} == 404", PolicySteps.Missing);
        }

        if (policy.SinglePage is { Length: > 0 })
        {
            Vary(vcl, $"!{Next} && {Code} == 404");
        }
    }

    private static void Vary(VclWriter vcl, string when) => vcl.Block($"if ({when}) {{", () => vcl
        .Block("if (resp.http.Vary) {", () => vcl.Line($"set resp.http.Vary = resp.http.Vary + \", {PolicySteps.NavigationHeaders}\";"), "} else {")
        .Line($"    set resp.http.Vary = \"{PolicySteps.NavigationHeaders}\";").Line("}"));

    private static void Page(VclWriter vcl, PolicyGroup group, ErrorPage page, int at, string failed)
    {
        var first = page.Path is { Length: > 0 } ? PolicySteps.Page(at) : PolicySteps.Content(at);
        Go(vcl, group, $"!{Next} && {failed} && {PolicyTests.AnyOf(Code, page.Statuses)}", first);
        if (page.Path is { Length: > 0 })
        {
            vcl.Block($"if ({PolicySteps.Is(group, PolicySteps.Page(at))}) {{", () => vcl
                .Block("if (resp.status == 200) {", () =>
                {
                    Status(vcl, page);
                    PolicyHeaders.Unset(vcl, "resp", PolicySteps.OfThePage);
                }, "} else {")
                .Line($"    set {Next} = {VclLiteral.Text(group.Step(PolicySteps.Content(at)))};").Line("}"));
        }
    }

    private static void Answers(VclWriter vcl, PolicyGroup group)
    {
        var policy = group.Policy;
        if (group.IsBucket)
        {
            Answer(vcl, group, PolicySteps.Path, "400", "Bad Request");
        }

        if (group.IsStore)
        {
            Answer(vcl, group, PolicySteps.Missing, "404", "Not Found", "set resp.http.Content-Type = \"text/html; charset=utf-8\";");
        }

        if (policy.AllowedMethods.Count > 0)
        {
            Answer(vcl, group, PolicySteps.Method, "405", "Method Not Allowed",
                $"set resp.http.Allow = {VarnishPolicies.Quoted(string.Join(", ", policy.AllowedMethods))};");
        }

        if (policy.DirectoryRedirect)
        {
            Answer(vcl, group, PolicySteps.Redirect, "301", "Moved Permanently",
                $"set resp.http.Location = regsub({VarnishPolicyRequest.PathOf("req.url")}, \"^/+\", \"/\") + \"/\" + regsub(req.url, \"^[^?]*\", \"\");");
        }

        foreach (var (page, at) in policy.ErrorPages.Select((page, at) => (page, at)))
        {
            vcl.Block($"if (resp.status == {VclLiteral.Number(PolicySteps.Error)} && {PolicySteps.Is(group, PolicySteps.Content(at))}) {{", () =>
            {
                Status(vcl, page);
                vcl.Line($"set resp.http.Content-Type = {VarnishPolicies.Quoted(page.ContentType)};")
                    .Verbatim($"        set resp.body = {VarnishPolicies.Quoted(page.Content ?? PolicySteps.PlainPage("Error"))};").Line("return (deliver);");
            });
        }
    }

    private static void Answer(VclWriter vcl, PolicyGroup group, string step, string status, string reason, params string[] also) =>
        vcl.Block($"if (resp.status == {VclLiteral.Number(PolicySteps.Error)} && {PolicySteps.Is(group, step)}) {{", () =>
        {
            vcl.Line($"set resp.status = {status};").Line($"set resp.reason = \"{reason}\";");
            foreach (var line in also)
            {
                vcl.Line(line);
            }

            vcl.Verbatim($"        set resp.body = {VarnishPolicies.Quoted(step == PolicySteps.Missing ? PolicySteps.PlainPage($"{status} {reason}") : "")};")
                .Line("return (deliver);");
        });

    private static void Status(VclWriter vcl, ErrorPage page) => vcl
        .Line($"set resp.status = {(page.Status is { } status ? VclLiteral.Number(status) : Code)};")
        .Line($"set resp.reason = {(page.Status is { } other ? VarnishPolicies.Quoted(ReasonPhrase.Of(other)) : PolicySteps.Reason)};");

    private static void Go(VclWriter vcl, PolicyGroup group, string test, string step) =>
        vcl.Block($"if ({test}) {{", () => vcl.Line($"set {Next} = {VclLiteral.Text(group.Step(step))};"));
}
