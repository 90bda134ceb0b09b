using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>Request settings: those without a condition first, then by the priority of their conditions.</summary>
internal static class FastlyRequestSettings
{
    private const string Chosen = "var.fastly_req_action";

    private const string Forwarded = "req.http.X-Forwarded-For";

    public static void Write(VclWriter vcl, ServiceVersion version)
    {
        if (Actions(version).Any())
        {
            vcl.Line($"declare local {Chosen} STRING;").Line();
        }

        foreach (var settings in InOrder(version))
        {
            vcl.Comment($"Request settings {settings.Name}");
            FastlyGuard.Write(vcl, version, settings.Name, [settings.RequestCondition], () => Write(vcl, settings));
        }
    }

    /// <summary>What the settings decided about the cache. It ends the subroutine, so that it comes last.</summary>
    public static void Act(VclWriter vcl, ServiceVersion version)
    {
        foreach (var action in Actions(version))
        {
            vcl.Block($"if ({Chosen} == \"{action}\") {{", () => vcl.Line($"return({action});"));
        }
    }

    /// <summary>Cache keys of settings that have their own; what is common to all requests goes into each.</summary>
    public static void Hash(VclWriter vcl, ServiceVersion version)
    {
        foreach (var settings in InOrder(version).Where(settings => !string.IsNullOrEmpty(settings.HashKeys)))
        {
            if (Keys(settings.HashKeys!) is not { } keys)
            {
                vcl.Comment($"Not applied: the hash keys of {settings.Name}, which are no list of expressions").Line();
                continue;
            }

            vcl.Comment($"Hash keys of {settings.Name}");
            FastlyGuard.Write(vcl, version, settings.Name, [settings.RequestCondition], () => Hash(vcl, keys));
        }

        vcl.Line("# if unspecified fall back to normal").Block("{", () => Hash(vcl, ["req.url", "req.http.host"]));
    }

    /// <summary>The timer for the origin, where settings want it there.</summary>
    public static void Timer(VclWriter vcl, ServiceVersion version)
    {
        foreach (var settings in InOrder(version).Where(settings => settings.TimerSupport == true))
        {
            vcl.Comment($"Timer of {settings.Name}");
            FastlyGuard.Write(vcl, version, settings.Name, [settings.RequestCondition],
                () => vcl.Line("set bereq.http.X-Timer = req.http.X-Timer;"));
        }
    }

    private static IEnumerable<string> Actions(ServiceVersion version) =>
        version.RequestSettings.Select(settings => settings.Action).Where(action => action is "lookup" or "pass").Distinct();

    private static IEnumerable<RequestSettings> InOrder(ServiceVersion version) => version.RequestSettings.OrderBy(
        settings => version.Conditions.FirstOrDefault(condition => condition.Name == settings.RequestCondition)?.Priority ?? long.MinValue);

    private static void Hash(VclWriter vcl, IEnumerable<string> keys)
    {
        foreach (var key in keys.Append("req.vcl.generation"))
        {
            vcl.Line($"set req.hash += {key};");
        }

        vcl.Line("return(hash);");
    }

    /// <summary>The expressions of the list, read as what a call holds; null when it is none.</summary>
    public static List<string>? Keys(string keys) =>
        Parser.Parse($"keys({keys})", out _) is Node.Call { Function: "keys", Arguments: { Count: > 0 } parts }
            && parts.All(part => part is Node.Literal { Kind: TokenKind.Text } or Node.Name or Node.Call or Node.If or Node.Joined)
            ? parts.Select(Printer.Print).ToList() : null;

    private static void Write(VclWriter vcl, RequestSettings settings)
    {
        if (settings.DefaultHost is { Length: > 0 } host)
        {
            vcl.Line($"set req.http.host = {VclLiteral.Text(host)};");
        }

        if (settings.ForceSsl == true)
        {
            vcl.Block("if (!req.http.Fastly-SSL) {", () => vcl.Line("error 801 \"Force SSL\";"));
        }

        if (settings.MaxStaleAge is { } age)
        {
            vcl.Line($"set req.max_stale_while_revalidate = {VclLiteral.Number(age)}s;")
                .Line($"set req.max_stale_if_error = {VclLiteral.Number(age)}s;");
        }

        Cache(vcl, settings);
        Forward(vcl, settings.Xff);
        if (settings.GeoHeaders == true)
        {
            vcl.Line("set req.http.Fastly-Geo-Country = client.geo.country_code;")
                .Line("set req.http.Fastly-Geo-City = client.geo.city;")
                .Line("set req.http.Fastly-Geo-Region = client.geo.region;");
        }
    }

    private static void Cache(VclWriter vcl, RequestSettings settings)
    {
        if (settings.ForceMiss is { } miss)
        {
            vcl.Line($"set req.hash_always_miss = {(miss ? "true" : "false")};");
        }

        if (settings.BypassBusyWait is { } bypass)
        {
            vcl.Line($"set req.hash_ignore_busy = {(bypass ? "true" : "false")};");
        }

        if (settings.Action is "lookup" or "pass")
        {
            vcl.Line($"set {Chosen} = \"{settings.Action}\";");
        }
    }

    private static void Forward(VclWriter vcl, string? xff)
    {
        switch (xff)
        {
            case "clear":
                vcl.Line($"unset {Forwarded};");
                break;
            case "append":
                vcl.Block("if (!req.http.Fastly-FF) {", () => Append(vcl));
                break;
            case "append_all":
                Append(vcl);
                break;
            case "overwrite":
                vcl.Line($"set {Forwarded} = client.ip;");
                break;
        }
    }

    private static void Append(VclWriter vcl) =>
        vcl.Line($"set {Forwarded} = if({Forwarded}, {Forwarded} \", \", \"\") client.ip;");
}
