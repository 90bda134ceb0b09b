namespace EdgeInfra.Model;

/// <summary>Answers of a policy that no origin gives: a redirect, a refusal, the text of an error page.</summary>
internal static class FastlyPolicyError
{
    public static void Write(VclWriter vcl, IEnumerable<PolicyGroup> groups)
    {
        foreach (var group in groups)
        {
            vcl.Comment($"Origin policy of {group.Backend}");
            Write(vcl, group);
        }

        vcl.Line("# What the edge answers of itself is no error of an origin.")
            .Block($"if (!{PolicySteps.Step} && (obj.status < 500 || obj.status > 599)) {{",
                () => vcl.Line($"set {PolicySteps.Step} = \"{PolicySteps.Own}\";"));
    }

    /// <summary>The status that a page is delivered with.</summary>
    public static void Status(VclWriter vcl, string answer, ErrorPage page)
    {
        if (page.Status is { } status)
        {
            vcl.Line($"set {answer}.status = {VclLiteral.Number(status)};").Line($"set {answer}.response = {VclLiteral.Text(ReasonPhrase.Of(status))};");
        }
        else
        {
            vcl.Line($"set {answer}.status = std.atoi({PolicySteps.Status});").Line($"set {answer}.response = {PolicySteps.Reason};");
        }
    }

    private static void Write(VclWriter vcl, PolicyGroup group)
    {
        var policy = group.Policy;
        if (group.IsBucket)
        {
            Answer(vcl, group, PolicySteps.Path, 400, "Bad Request");
        }

        if (group.IsStore)
        {
            Answer(vcl, group, PolicySteps.Missing, 404, "Not Found", "set obj.http.Content-Type = \"text/html; charset=utf-8\";");
        }

        if (policy.AllowedMethods.Count > 0)
        {
            Answer(vcl, group, PolicySteps.Method, 405, "Method Not Allowed",
                $"set obj.http.Allow = {VclLiteral.Text(string.Join(", ", policy.AllowedMethods))};");
        }

        if (policy.DirectoryRedirect)
        {
            Answer(vcl, group, PolicySteps.Redirect, 301, "Moved Permanently",
                "set obj.http.Location = regsub(req.url.path, \"^/+\", \"/\") \"/\" if(req.url.qs != \"\", \"?\" req.url.qs, \"\");");
        }

        for (var at = 0; at < policy.ErrorPages.Count; at++)
        {
            Content(vcl, group, policy.ErrorPages[at], at);
        }
    }

    private static void Answer(VclWriter vcl, PolicyGroup group, string step, int status, string reason, params string[] also) =>
        vcl.Block($"if (obj.status == {VclLiteral.Number(PolicySteps.Error)} && {PolicySteps.Is(group, step)}) {{", () =>
        {
            vcl.Line($"set obj.status = {VclLiteral.Number(status)};").Line($"set obj.response = \"{reason}\";");
            foreach (var line in also)
            {
                vcl.Line(line);
            }

            vcl.Verbatim($"    synthetic {VclLiteral.Text(step == PolicySteps.Missing ? PolicySteps.PlainPage($"{status} {reason}") : "")};")
                .Line("return(deliver);");
        });

    private static void Content(VclWriter vcl, PolicyGroup group, ErrorPage page, int at) => vcl.Block(
        $"if (obj.status == {VclLiteral.Number(PolicySteps.Error)} && {PolicySteps.Is(group, PolicySteps.Content(at))}) {{", () =>
        {
            Status(vcl, "obj", page);
            vcl.Line($"set obj.http.Content-Type = {VclLiteral.Text(page.ContentType)};")
                .Verbatim($"    synthetic {VclLiteral.Text(page.Content ?? PolicySteps.PlainPage("Error"))};")
                .Line("return(deliver);");
        });
}
