using System.Text.RegularExpressions;

namespace EdgeInfra.Model;

/// <summary>What happens to an origin's answer in Varnish: how long it is fresh, compression, header rules.</summary>
internal static class VarnishAnswer
{
    public static void Write(VclWriter vcl, VarnishScript script) => vcl.Line().Block("sub vcl_backend_response {", () =>
    {
        var settings = script.Version.Settings;
        vcl.Block("if (!beresp.http.Expires && beresp.http.Cache-Control !~ \"(s-maxage|max-age)\") {",
            () => vcl.Line($"set beresp.ttl = {VclLiteral.Number(settings.DefaultTtl)}s;"));
        if (settings.StaleIfError)
        {
            vcl.Line($"set beresp.grace = {VclLiteral.Number(settings.StaleIfErrorTtl)}s;");
            script.Problems.Add(VarnishProblems.Setting("staleIfError",
                "becomes Varnish's grace: what is stale is served while it is fetched anew, whether the origin fails or not."));
        }

        vcl.Line();
        foreach (var gzip in script.Version.Gzips)
        {
            Compress(vcl, script, gzip);
        }

        VarnishHeaders.Write(vcl, script, "cache", VarnishPlace.Answer);
        VarnishAnswers.OfOrigins(vcl, script);
        foreach (var cached in InOrder(script.Version))
        {
            vcl.Comment(cached.Name);
            script.Guarded(vcl, [cached.CacheCondition], VarnishPlace.Answer,
                why => VarnishProblems.LeftOut(CacheSettings.Fields, cached.Name, why), () => Cache(vcl, script, cached));
        }
    });

    private static IEnumerable<CacheSettings> InOrder(ServiceVersion version) => version.CacheSettings.OrderBy(
        settings => version.Conditions.FirstOrDefault(condition => condition.Name == settings.CacheCondition)?.Priority ?? long.MaxValue);

    private static void Cache(VclWriter vcl, VarnishScript script, CacheSettings settings)
    {
        if (settings.Ttl is { } ttl)
        {
            vcl.Line($"set beresp.ttl = {VclLiteral.Number(ttl)}s;");
        }

        if (settings.StaleTtl is { } stale)
        {
            vcl.Line($"set beresp.grace = {VclLiteral.Number(stale)}s;");
        }

        switch (settings.Action)
        {
            case "pass":
                vcl.Line("return (pass(120s));");
                break;
            case "restart":
                vcl.Line("return (retry);");
                script.Problems.Add(VarnishProblems.Differs(CacheSettings.Fields, settings.Name, "action",
                    "is restart: Varnish asks the origin again, but does not begin the request anew."));
                break;
            case "cache":
            case null when settings.Ttl is not null:
                vcl.Line("return (deliver);");
                break;
        }
    }

    // Vary and the client's wish are Varnish's own business.
    private static void Compress(VclWriter vcl, VarnishScript script, Gzip gzip)
    {
        var (types, extensions) = (AnyOf(gzip.ContentTypes), AnyOf(gzip.Extensions));
        var tests = new[]
        {
            types.Length > 0 ? $"beresp.http.Content-Type ~ {VarnishLiteral.Text($@"^(?:{types})\s*($|;)")}" : null,
            extensions.Length > 0 ? $"bereq.url ~ {VarnishLiteral.Text($@"\.(?:{extensions})($|\?)")}" : null,
        }.OfType<string>().ToList();
        vcl.Comment(gzip.Name);
        if (gzip.Brotli == true)
        {
            script.Problems.Add(VarnishProblems.Differs(Gzip.Fields, gzip.Name, "brotli", "is set, and Varnish only knows gzip: gzip it is."));
        }

        Problem LeftOut(string why) => VarnishProblems.LeftOut(Gzip.Fields, gzip.Name, why);
        if (VarnishLiteral.Text(types) is null || VarnishLiteral.Text(extensions) is null)
        {
            script.Refuse(vcl, LeftOut("a text of it fits into none of Varnish's quotes."));
        }
        else if (tests.Count > 0)
        {
            script.Guarded(vcl, [gzip.CacheCondition], VarnishPlace.Answer, LeftOut,
                () => vcl.Block($"if ({string.Join(" || ", tests)}) {{", () => vcl.Line("set beresp.do_gzip = true;")));
        }
    }

    private static string AnyOf(string words) =>
        string.Join('|', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
}
