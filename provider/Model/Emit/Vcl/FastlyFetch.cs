using System.Text.RegularExpressions;

namespace EdgeInfra.Model;

/// <summary>What happens to an origin's answer: general settings, compression, how it is cached.</summary>
internal static class FastlyFetch
{
    public static void Write(VclWriter vcl, ServiceVersion version, FastlySymbols symbols)
    {
        FastlySnippets.Write(vcl, version, "fetch");
        StaleIfError(vcl, version.Settings);
        foreach (var gzip in version.Gzips)
        {
            vcl.Comment($"Gzip {gzip.Name}");
            FastlyGuard.Write(vcl, version, gzip.Name, [gzip.CacheCondition], () => Compress(vcl, gzip));
        }

        FastlyHeaders.Write(vcl, version, symbols, "cache");
        FastlyResponses.Raise(vcl, version, answer => answer.CacheCondition);
        foreach (var settings in InOrder(version))
        {
            vcl.Comment($"Cache settings {settings.Name}");
            FastlyGuard.Write(vcl, version, settings.Name, [settings.CacheCondition], () => Cache(vcl, settings));
        }
    }

    /// <summary>Instead of an error page, what is stale but known.</summary>
    public static void ServeStale(VclWriter vcl, Settings settings)
    {
        if (settings.StaleIfError)
        {
            vcl.Block("if (obj.status >= 500 && obj.status < 600 && stale.exists) {", () => vcl.Line("return(deliver_stale);")).Line();
        }
    }

    private static void StaleIfError(VclWriter vcl, Settings settings)
    {
        if (!settings.StaleIfError)
        {
            return;
        }

        vcl.Line($"set beresp.stale_if_error = {VclLiteral.Number(settings.StaleIfErrorTtl)}s;")
            .Block("if (beresp.status >= 500 && beresp.status < 600 && stale.exists) {", () => vcl.Line("return(deliver_stale);"))
            .Line();
    }

    // The first that applies ends the subroutine, so those with a condition come before those for everything.
    private static IEnumerable<CacheSettings> InOrder(ServiceVersion version) => version.CacheSettings.OrderBy(
        settings => version.Conditions.FirstOrDefault(condition => condition.Name == settings.CacheCondition)?.Priority ?? long.MaxValue);

    private static void Cache(VclWriter vcl, CacheSettings settings)
    {
        if (settings.Ttl is { } ttl)
        {
            vcl.Line($"set beresp.ttl = {VclLiteral.Number(ttl)}s;");
        }

        if (settings.StaleTtl is { } stale)
        {
            vcl.Line($"set beresp.stale_if_error = {VclLiteral.Number(stale)}s;");
        }

        switch (settings.Action)
        {
            case "pass":
                vcl.Line("return(pass);");
                break;
            case "restart":
                vcl.Line("restart;");
                break;
            case "cache":
                vcl.Line("set beresp.cacheable = true;").Line("return(deliver);");
                break;
            case null when settings.Ttl is not null:
                vcl.Line("return(deliver);"); // else the default would replace it
                break;
        }
    }

    private static void Compress(VclWriter vcl, Gzip gzip)
    {
        var tests = new[]
        {
            AnyOf(gzip.ContentTypes) is { } types ? $"beresp.http.Content-Type ~ {VclLiteral.Text($@"^(?:{types})\s*($|;)")}" : null,
            AnyOf(gzip.Extensions) is { } extensions ? $"req.url ~ {VclLiteral.Text($@"\.(?:{extensions})($|\?)")}" : null,
        }.OfType<string>().ToList();
        if (tests.Count == 0)
        {
            vcl.Line("# It names nothing.");
            return;
        }

        if (gzip.Brotli == true)
        {
            vcl.Line("# brotli is known to the bundled runtime only: gzip it is.");
        }

        vcl.Block($"if ((beresp.status == 200 || beresp.status == 404) && ({string.Join(" || ", tests)})) {{", () => vcl
            .Line("# Whatever this one gets, the next one may get the other form.")
            .Block("if (beresp.http.Vary !~ \"Accept-Encoding\") {",
                () => vcl.Line("set beresp.http.Vary = if(beresp.http.Vary, beresp.http.Vary \", \", \"\") \"Accept-Encoding\";"))
            .Block("if (req.http.Accept-Encoding == \"gzip\") {", () => vcl.Line("set beresp.gzip = true;")));
    }

    private static string? AnyOf(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } list ? string.Join('|', list.Select(Regex.Escape)) : null;
}
