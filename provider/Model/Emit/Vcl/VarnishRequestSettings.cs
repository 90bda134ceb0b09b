using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>Request settings for Varnish, which has added the client to X-Forwarded-For before its program begins.</summary>
internal static class VarnishRequestSettings
{
    private const string Forwarded = "req.http.X-Forwarded-For";

    public static void Write(VclWriter vcl, VarnishScript script)
    {
        foreach (var settings in InOrder(script.Version))
        {
            vcl.Comment(settings.Name);
            script.Guarded(vcl, [settings.RequestCondition], VarnishPlace.Request, why => LeftOut(settings, why), () => Write(vcl, settings));
            script.Problems.AddRange(Problems(settings));
        }
    }

    /// <summary>It ends the subroutine, so the last settings that say something come first here.</summary>
    public static void Act(VclWriter vcl, VarnishScript script)
    {
        foreach (var settings in InOrder(script.Version).Reverse().Where(settings => settings.Action is "pass" or "lookup"))
        {
            var condition = script.Conditions([settings.RequestCondition], VarnishPlace.Request, out _);
            script.Settle(written: condition is not null);
            if (condition is not null)
            {
                vcl.Block($"if ({(condition.Length == 0 ? "true" : condition)}) {{",
                    () => vcl.Line($"return ({(settings.Action == "pass" ? "pass" : "hash")});"));
            }
        }
    }

    public static void Hash(VclWriter vcl, VarnishScript script)
    {
        var keyed = InOrder(script.Version).Where(settings => !string.IsNullOrEmpty(settings.HashKeys)).ToList();
        if (keyed.Count == 0)
        {
            return;
        }

        vcl.Line().Block("sub vcl_hash {", () =>
        {
            foreach (var settings in keyed)
            {
                Hash(vcl, script, settings);
            }
        });
    }

    private static void Hash(VclWriter vcl, VarnishScript script, RequestSettings settings)
    {
        var keys = FastlyRequestSettings.Keys(settings.HashKeys!) ?? [];
        var values = keys.Select(key => new VarnishExpression(script, VarnishPlace.Request).Value(key, out _)).ToList();
        Problem NoKeys(string why) => VarnishProblems.LeftOut(RequestSettings.Fields, settings.Name, "of its hash keys, " + why);
        if (keys.Count == 0 || values.Any(value => value is not [{ When: null }]))
        {
            script.Refuse(vcl, NoKeys("not all are values that Varnish has."));
            return;
        }

        script.Guarded(vcl, [settings.RequestCondition], VarnishPlace.Request, NoKeys, () =>
        {
            values.ForEach(value => vcl.Line($"hash_data({value![0].AsText});"));
            vcl.Line("return (lookup);");
        });
    }

    private static IOrderedEnumerable<RequestSettings> InOrder(ServiceVersion version) => version.RequestSettings.OrderBy(
        settings => version.Conditions.FirstOrDefault(condition => condition.Name == settings.RequestCondition)?.Priority ?? long.MinValue);

    private static Problem LeftOut(RequestSettings settings, string why) =>
        VarnishProblems.LeftOut(RequestSettings.Fields, settings.Name, why);

    private static void Write(VclWriter vcl, RequestSettings settings)
    {
        if (settings.DefaultHost is { Length: > 0 } host && VarnishLiteral.Text(host) is { } text)
        {
            vcl.Line($"set req.http.Host = {text};");
        }

        if (settings.ForceSsl == true)
        {
            vcl.Block("if (req.http.X-Forwarded-Proto != \"https\") {", () => vcl.Line(VarnishAnswers.ToTls));
        }

        if (settings.MaxStaleAge is { } age)
        {
            vcl.Line($"set req.grace = {VclLiteral.Number(age)}s;");
        }

        Flag(vcl, "req.hash_always_miss", settings.ForceMiss);
        Flag(vcl, "req.hash_ignore_busy", settings.BypassBusyWait);
        Forward(vcl, settings.Xff);
    }

    private static void Flag(VclWriter vcl, string name, bool? value)
    {
        if (value is { } set)
        {
            vcl.Line($"set {name} = {(set ? "true" : "false")};");
        }
    }

    private static void Forward(VclWriter vcl, string? xff)
    {
        switch (xff)
        {
            case "clear":
                vcl.Line($"unset {Forwarded};");
                break;
            case "overwrite":
                vcl.Line($"set {Forwarded} = \"\" + client.ip;");
                break;
            case "leave":
                vcl.Block($"if ({Forwarded} ~ \",\") {{", () => vcl.Line($"set {Forwarded} = regsub({Forwarded}, \", *[^,]*$\", \"\");"), "} else {")
                    .Line($"    unset {Forwarded};").Line("}");
                break;
        }
    }

    private static IEnumerable<Problem> Problems(RequestSettings settings)
    {
        if (settings.ForceSsl == true)
        {
            yield return Differs("forceSsl", "asks X-Forwarded-Proto, because Varnish speaks no TLS: what ends TLS before it must set that header.");
        }

        if (settings.DefaultHost is { } host && VarnishLiteral.Text(host) is null)
        {
            yield return Differs("defaultHost", "fits into none of Varnish's quotes and is left out.");
        }

        if (settings.GeoHeaders == true)
        {
            yield return Differs("geoHeaders", "is true, but Varnish does not know where clients are: there are no such headers.");
        }

        if (settings.TimerSupport == true)
        {
            yield return Differs("timerSupport", "is true, but Varnish has no X-Timer header.");
        }

        Problem Differs(string property, string how) => VarnishProblems.Differs(RequestSettings.Fields, settings.Name, property, how);
    }
}
