namespace EdgeInfra.Model;

/// <summary>
/// A version as VCL in Fastly's dialect, as Fastly generates it. Drafts have it too: what is missing in them is said in
/// comments.
/// </summary>
/// <remarks>Domains are not in it: Fastly finds the service before its VCL runs.</remarks>
public static class FastlyVcl
{
    private const string Balanced = "autodirector_";

    /// <summary>With dictionaries and ACLs that hold nothing.</summary>
    public static string Of(ServiceVersion version) => Of(version, VersionContents.Empty);

    public static string Of(ServiceVersion version, VersionContents contents)
    {
        version = version.Normalise();
        var assigned = Assignments.Of(version);
        var vcl = new VclWriter();
        FastlyTables.Write(vcl, version, contents);
        vcl.Line("# Backends").Line();
        foreach (var backend in version.Backends)
        {
            FastlyBackend.Write(vcl, backend, version);
            vcl.Line();
        }

        Directors(vcl, version, assigned);
        VclBoilerplate.Expand(vcl, new Dictionary<string, Action>
        {
            ["recv"] = () => Receive(vcl, version, assigned),
            ["hash"] = () => vcl.Line("set req.hash += req.vcl.generation;"),
        });
        return vcl.ToString();
    }

    private static void Directors(VclWriter vcl, ServiceVersion version, Assignments assigned)
    {
        if (assigned.IsBalanced)
        {
            vcl.Line("# Automatic load balancing").Line().Block($"director {Balanced} random {{", () =>
            {
                foreach (var backend in assigned.Default)
                {
                    vcl.Line($"{{ .backend = {VclName.For(backend.Name)}; .weight = {backend.Weight}; }}");
                }
            }).Line();
        }

        foreach (var shield in Shields(version).GroupBy(backend => (backend.Shield, backend.UseSsl)).Select(same => same.First()))
        {
            vcl.Block($"director {ShieldName(shield)} shield {{", () => vcl
                .Property("shield", VclLiteral.Text(shield.Shield!))
                .Property("is_ssl", shield.UseSsl == true ? "true" : "false")).Line();
        }
    }

    private static void Receive(VclWriter vcl, ServiceVersion version, Assignments assigned)
    {
        vcl.Block("if (req.restarts == 0) {", () => vcl
            .Block("if (!req.http.X-Timer) {", 
                () => vcl.Line("set req.http.X-Timer = \"S\" time.start.sec \".\" time.start.usec_frac;"))
            .Line("set req.http.X-Timer = req.http.X-Timer \",VS0\";")).Line();
        vcl.Line("# default conditions");
        if (assigned.Default.Count > 0)
        {
            vcl.Line($"set req.backend = {(assigned.IsBalanced ? Balanced : VclName.For(assigned.Default[0].Name))};");
        }

        vcl.Line("# end default conditions").Line();
        foreach (var (backend, condition) in assigned.Conditional)
        {
            vcl.Comment($"Request Condition: {condition.Name} Prio: {condition.Priority}")
                .Block($"if( {condition.Statement} ) {{", () => vcl.Line($"set req.backend = {VclName.For(backend.Name)};"))
                .Line("#end condition").Line();
        }

        Dangling(vcl, version, assigned);
        Shielding(vcl, version);
    }

    private static void Dangling(VclWriter vcl, ServiceVersion version, Assignments assigned)
    {
        var known = assigned.Conditional.Select(one => one.Backend.Name).ToHashSet();
        var dangling = version.Backends.Where(backend => backend.RequestCondition.Length > 0 && !known.Contains(backend.Name));
        foreach (var backend in dangling)
        {
            vcl.Comment($"Not assigned: {backend.Name}, whose condition {backend.RequestCondition} does not exist");
        }
    }

    private static void Shielding(VclWriter vcl, ServiceVersion version)
    {
        var shielded = Shields(version).ToList();
        if (shielded.Count == 0)
        {
            return;
        }

        vcl.Line("declare local var.fastly_req_do_shield BOOL;").Line("set var.fastly_req_do_shield = (req.restarts == 0);");
        foreach (var backend in shielded)
        {
            var name = VclName.For(backend.Name);
            vcl.Block($"if (req.backend == {name} && var.fastly_req_do_shield) {{",
                () => vcl.Line($"set req.backend = fastly.try_select_shield({ShieldName(backend)}, {name});"));
        }
    }

    private static IEnumerable<Backend> Shields(ServiceVersion version) =>
        version.Backends.Where(backend => !string.IsNullOrEmpty(backend.Shield));

    private static string ShieldName(Backend backend) =>
        (backend.UseSsl == true ? "ssl_shield_" : "shield_") + VclName.Normalised(backend.Shield!);
}
