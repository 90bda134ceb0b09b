namespace EdgeInfra.Model;

/// <summary>What Varnish sends to an origin. A fetch can remember the client's URL and step nowhere but in its own headers, so the origin sees those.</summary>
internal static class VarnishPolicyFetch
{
    private const string Key = "bereq.http.EdgeInfra-Key";

    public const string Url = "bereq.http.EdgeInfra-Url";

    /// <summary>The step, on the side of the origin.</summary>
    public const string Step = "bereq.http.EdgeInfra-Step";

    public static void Write(VclWriter vcl, IReadOnlyList<PolicyGroup> groups) => vcl.Line().Block("sub vcl_backend_fetch {", () =>
    {
        vcl.Line("set bereq.backend = bereq.backend.resolve();");
        foreach (var group in groups)
        {
            vcl.Comment($"Origin policy of {group.Backend}").Block($"if ({VarnishPolicies.AtOrigin(group)}) {{", () => Write(vcl, group));
        }
    });

    private static void Write(VclWriter vcl, PolicyGroup group)
    {
        var policy = group.Policy;
        vcl.Line($"set {Url} = bereq.url;").Line($"set {Key} = {VarnishPolicyRequest.PathOf("bereq.url")};");
        Substitutes(vcl, group);
        var query = !policy.PassesQuery ? "" : $" + regsub({Url}, \"^[^?]*\", \"\")";
        var path = group.IsBucket ? VarnishPolicyRequest.Canonical(Key) : Key;
        var prefix = policy.PathPrefix is { Length: > 0 } before ? VarnishPolicies.Quoted(before) + " + " : "";
        vcl.Block($"if ({Step}) {{", () =>
        {
            vcl.Line($"set bereq.url = {prefix}{path};");
            PolicyHeaders.Unset(vcl, "bereq", PolicySteps.Conditionals);
        }, "} else {").Line($"    set bereq.url = {prefix}{path}{query};").Line("}").Line($"unset {Key};");
        if (group.IsStore)
        {
            PolicyHeaders.Unset(vcl, "bereq", ["Authorization", "Cookie", .. VarnishPolicyHeaders.OfClients]);
        }

        PolicyHeaders.Unset(vcl, "bereq", PolicyHeaders.OfTheEdge(policy));
        if (policy.Store == "azure")
        {
            vcl.Line($"set bereq.http.x-ms-version = \"{FastlyPolicySignature.AzureVersion}\";");
        }
    }

    private static void Substitutes(VclWriter vcl, PolicyGroup group)
    {
        var steps = PolicySubstitutes.Of(group, Key, Step, VarnishPolicies.Quoted, " + ");
        for (var i = 0; i < steps.Count; i++)
        {
            var (test, value) = steps[i];
            vcl.Block($"{(i == 0 ? "if" : "else if")} ({test}) {{", () => vcl.Line($"set {Key} = {value};"));
        }
    }
}
