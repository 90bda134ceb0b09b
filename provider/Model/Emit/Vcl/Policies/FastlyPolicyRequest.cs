namespace EdgeInfra.Model;

/// <summary>What is sent to an origin: its path in the one canonical form, its query, no word of the client's to the bucket, the signature.</summary>
internal static class FastlyPolicyRequest
{
    public const string Path = "var.edgeinfra_path";

    private const string Key = "var.edgeinfra_key"; // the path as text, nothing encoded

    private const string BadPath = @"\\|%(?![0-9A-Fa-f]{2})|%00|%5[Cc]";

    private const string DotSegment = @"(^|/)\.\.?(/|$)";

    public static void Write(VclWriter vcl, IReadOnlyList<PolicyGroup> groups)
    {
        var body = new VclWriter();
        foreach (var group in groups)
        {
            body.Comment($"Origin policy of {group.Backend}").Block($"if ({group.OnLastHop}) {{", () => Write(body, group));
        }

        var text = body.ToString();
        foreach (var local in FastlyPolicySignature.Locals.Prepend(Path).Prepend(Key).Where(name => text.Contains(name + " ", StringComparison.Ordinal)))
        {
            vcl.Line($"declare local {local} STRING;");
        }

        vcl.Verbatim(text).Line("unset bereq.http.EdgeInfra-*;");
    }

    private static void Write(VclWriter vcl, PolicyGroup group)
    {
        var policy = group.Policy;
        Methods(vcl, group);
        WirePath(vcl, group);
        vcl.Line($"set bereq.url = {Path}{(Query(policy) is { } query ? " " + query : "")};");
        if (group.IsStore)
        {
            PolicyHeaders.Unset(vcl, "bereq", ["Authorization", "Cookie", .. PolicyHeaders.OfStores]);
        }

        PolicyHeaders.Unset(vcl, "bereq", PolicyHeaders.OfTheEdge(policy));
        vcl.Block($"if ({PolicySteps.Step}) {{", () => PolicyHeaders.Unset(vcl, "bereq", PolicySteps.Conditionals));
        FastlyPolicySignature.Write(vcl, group);
        FastlyPolicySignature.Prove(vcl, group);
    }

    private static void Methods(VclWriter vcl, PolicyGroup group)
    {
        if (group.Policy.AllowedMethods.Count > 0)
        {
            var allowed = string.Join(" || ", group.Policy.AllowedMethods.Select(method => $"req.method == {VclLiteral.Text(method)}"));
            vcl.Block($"if (!({allowed})) {{", () => Refuse(vcl, group, PolicySteps.Method));
        }
    }

    private static void WirePath(VclWriter vcl, PolicyGroup group)
    {
        var policy = group.Policy;
        vcl.Line($"set {Key} = req.url.path;");
        Substitutes(vcl, group);
        if (!group.IsBucket)
        {
            vcl.Line($"set {Path} = {Key};");
            return;
        }

        vcl.Block($"if ({Key} ~ {VclLiteral.Text(BadPath)}) {{", () => Refuse(vcl, group, PolicySteps.Path))
            .Line("# Fastly reads + as a blank; in a path it is none.")
            .Line($"set {Key} = urldecode(regsuball({Key}, \"\\+\", {VclLiteral.Text("%2B")}));");
        vcl.Block($"if (!utf8.is_valid({Key}) || {Key} ~ {VclLiteral.Text(DotSegment)}) {{", () => Refuse(vcl, group, PolicySteps.Path));
        var canonical = $"regsuball(regsuball(urlencode({Key}), {VclLiteral.Text("%2F")}, \"/\"), {VclLiteral.Text("%7E")}, \"~\")";
        vcl.Line($"set {Path} = {(policy.PathPrefix is { Length: > 0 } prefix ? VclLiteral.Text(prefix) + " " : "")}{canonical};");
    }

    private static void Substitutes(VclWriter vcl, PolicyGroup group)
    {
        var steps = PolicySubstitutes.Of(group, Key, PolicySteps.Step, VclLiteral.Text, " ");
        for (var i = 0; i < steps.Count; i++)
        {
            var (test, value) = steps[i];
            vcl.Block($"{(i == 0 ? "if" : "else if")} ({test}) {{", () => vcl.Line($"set {Key} = {value};"));
        }
    }

    private static string? Query(OriginPolicy policy)
    {
        if (policy.PassesQuery && policy.Signing is null)
        {
            return $"if(!{PolicySteps.Step} && req.url.qs != \"\", \"?\" req.url.qs, \"\")";
        }

        if (policy.PassesQuery || policy.QueryParameters.Count == 0 || policy.Signing is not null)
        {
            return null;
        }

        var names = string.Join(" querystring.filtersep() ", policy.QueryParameters.Select(VclLiteral.Text));
        return $"if({PolicySteps.Step}, \"\", regsub(querystring.filter_except(req.url, {names}), {VclLiteral.Text(@"^[^?]*")}, \"\"))";
    }

    private static void Refuse(VclWriter vcl, PolicyGroup group, string step) =>
        vcl.Become(group, step).Line($"error {VclLiteral.Number(PolicySteps.Error)} \"Origin policy\";");
}
