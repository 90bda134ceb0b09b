namespace EdgeInfra.Model;

/// <summary>What becomes of a request in Varnish before an origin is asked: its steps, its place in the cache, what is refused.</summary>
internal static class VarnishPolicyRequest
{
    public const string Next = "req.http.EdgeInfra-Next";

    // Of the path in canonical form: sequences of escapes that are UTF-8.
    private const string Utf8 = "^(?:[^%]|%[0-7].|%C[2-9A-F]%[89AB].|%D.%[89AB].|%E0%[AB].%[89AB].|%E[1-9A-CEF](?:%[89AB].){2}|%ED%[89].%[89AB]."
        + "|%F0%[9AB].(?:%[89AB].){2}|%F[1-3](?:%[89AB].){3}|%F4%8.(?:%[89AB].){2})*+$";

    /// <summary>A path in its one canonical form; an expression that fails on escapes that are none.</summary>
    public static string Canonical(string path) =>
        $"regsuball(blob.transcode(decoding=URL, encoding=URL, case=UPPER, encoded={path}), \"%2F\", \"/\")";

    public static string PathOf(string url) => $"regsub({url}, \"\\?.*$\", \"\")";

    public static void Write(VclWriter vcl, IReadOnlyList<PolicyGroup> groups)
    {
        vcl.Line().Block("sub vcl_recv {", () => vcl
            .Block("if (req.restarts == 0) {", () => vcl
                .Line($"unset {PolicySteps.Step};").Line($"unset {PolicySteps.Status};").Line($"unset {PolicySteps.Reason};"))
            .Line($"unset {Next};").Line("unset req.http.EdgeInfra-Url;").Line("unset req.http.EdgeInfra-Key;")
            .Block($"if ({PolicySteps.Step} ~ \" ({PolicySteps.Redirect}|{PolicySteps.Missing}|content [0-9]+)$\") {{", () => Synth(vcl)));
        vcl.Line().Block("sub vcl_hash {", () => vcl
            .Block($"if ({PolicySteps.Step} ~ \" ({PolicySteps.Single}|page [0-9]+)$\") {{", () => vcl
                .Line($"hash_data({PolicySteps.Step});").Line("hash_data(req.http.Host);").Line("return (lookup);"))
            .Block($"if ({PolicySteps.Step}) {{", () => vcl.Line($"hash_data({PolicySteps.Step});")));
        foreach (var place in new[] { "vcl_miss", "vcl_pass" })
        {
            vcl.Line().Block($"sub {place} {{", () =>
            {
                foreach (var group in groups)
                {
                    vcl.Comment($"Origin policy of {group.Backend}").Block($"if ({VarnishPolicies.AtClient(group)}) {{", () => Refuse(vcl, group));
                }
            });
        }
    }

    public static void Synth(VclWriter vcl) => vcl.Line($"return (synth({VclLiteral.Number(PolicySteps.Error)}, \"Origin policy\"));");

    private static void Refuse(VclWriter vcl, PolicyGroup group)
    {
        var policy = group.Policy;
        if (policy.AllowedMethods.Count > 0)
        {
            var allowed = policy.AllowedMethods.Select(method => $"req.method != {VarnishPolicies.Quoted(method)}");
            vcl.Block($"if ({string.Join(" && ", allowed)}) {{", () => Synth(vcl.Become(group, PolicySteps.Method)));
        }

        if (!group.IsBucket)
        {
            return;
        }

        // Two questions, because what is badly escaped cannot be brought into form to ask the second.
        var path = PathOf("req.url");
        vcl.Block($"if ({path} ~ {VarnishPolicies.Quoted(@"\\|%(?![0-9A-Fa-f]{2})|%00|%5[Cc]")}) {{", () => Synth(vcl.Become(group, PolicySteps.Path)));
        var dots = VarnishPolicies.Quoted(@"(^|/)\.\.?(/|$)");
        vcl.Block($"if ({Canonical(path)} !~ {VarnishPolicies.Quoted(Utf8)} || {Canonical(path)} ~ {dots}) {{", () => Synth(vcl.Become(group, PolicySteps.Path)));
    }
}
