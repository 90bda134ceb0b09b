namespace EdgeInfra.Model;

/// <summary>Where a request's run begins, and how what it asks for is found in the cache.</summary>
internal static class FastlyPolicyReceive
{
    public static void Write(VclWriter vcl) => vcl
        .Block("if (req.restarts == 0) {", () => vcl
            .Line($"unset {PolicySteps.Step};").Line($"unset {PolicySteps.Status};").Line($"unset {PolicySteps.Reason};"))
        .Block($"if ({PolicySteps.Step} ~ \" ({PolicySteps.Redirect}|{PolicySteps.Missing}|content [0-9]+)$\") {{",
            () => vcl.Line($"error {VclLiteral.Number(PolicySteps.Error)} \"Origin policy\";"));

    /// <summary>One page serves all paths that are missing; an index that is looked for is not the page it may become.</summary>
    public static void Hash(VclWriter vcl) => vcl
        .Block($"if ({PolicySteps.Step} ~ \" ({PolicySteps.Single}|page [0-9]+)$\") {{", () => vcl
            .Line($"set req.hash += {PolicySteps.Step};")
            .Line("set req.hash += req.http.host;")
            .Line("set req.hash += req.vcl.generation;")
            .Line("return(hash);"))
        .Block($"if ({PolicySteps.Step}) {{", () => vcl.Line($"set req.hash += {PolicySteps.Step};"));
}
