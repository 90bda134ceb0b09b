namespace EdgeInfra.Model;

/// <summary>
/// A version as VCL in Fastly's dialect, as Fastly generates it. Drafts have it too: what is missing in them is said in
/// comments.
/// </summary>
/// <remarks>
/// Domains are not in it: Fastly finds the service before its VCL runs. The content of a dynamic snippet belongs to no version:
/// put it into the snippet, or its place says that it is not known.
/// </remarks>
public static class FastlyVcl
{
    /// <summary>With dictionaries and ACLs that hold nothing.</summary>
    public static string Of(ServiceVersion version) => Of(version, VersionContents.Empty);

    public static string Of(ServiceVersion version, VersionContents contents)
    {
        version = FastlyPolicies.Lower(version.Normalise());
        var (assigned, symbols, vcl) = (Assignments.Of(version), new FastlySymbols(version), new VclWriter());
        FastlyTables.Write(vcl, version, contents);
        vcl.Line("# Backends").Line();
        foreach (var backend in version.Backends)
        {
            FastlyBackend.Write(vcl, backend, version);
            vcl.Line();
        }

        FastlyDirectors.Write(vcl, version, assigned, symbols);
        FastlySnippets.Write(vcl, version, "init");
        VclBoilerplate.Expand(vcl, version.Settings, Subroutines(vcl, version, assigned, symbols));
        return vcl.ToString();
    }

    private static Dictionary<string, Action> Subroutines(
        VclWriter vcl, ServiceVersion version, Assignments assigned, FastlySymbols symbols) => new()
    {
        ["recv"] = () => FastlyReceive.Write(vcl, version, assigned, symbols),
        ["hash"] = () =>
        {
            FastlySnippets.Write(vcl, version, "hash");
            FastlyRequestSettings.Hash(vcl, version);
        },
        ["hit"] = () => FastlySnippets.Write(vcl, version, "hit"),
        ["miss"] = () => ToOrigin(vcl, version, symbols, "miss"),
        ["pass"] = () => ToOrigin(vcl, version, symbols, "pass"),
        ["fetch"] = () => FastlyFetch.Write(vcl, version, symbols),
        ["error"] = () =>
        {
            FastlySnippets.Write(vcl, version, "error");
            FastlyResponses.Answer(vcl, version);
            FastlyFetch.ServeStale(vcl, version.Settings);
        },
        ["deliver"] = () =>
        {
            FastlySnippets.Write(vcl, version, "deliver");
            FastlyHeaders.Write(vcl, version, symbols, "response");
            vcl.Line("set resp.http.X-Timer = req.http.X-Timer \",VE\" time.elapsed.msec;");
        },
        ["log"] = () => FastlySnippets.Write(vcl, version, "log"),
    };

    private static void ToOrigin(VclWriter vcl, ServiceVersion version, FastlySymbols symbols, string place)
    {
        FastlySnippets.Write(vcl, version, place);
        FastlyRequestSettings.Timer(vcl, version);
        FastlyHeaders.Write(vcl, version, symbols, "fetch");
    }
}
