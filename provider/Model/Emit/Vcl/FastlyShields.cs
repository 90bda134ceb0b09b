namespace EdgeInfra.Model;

/// <summary>
/// The detour of a request's first run over the location that shields its backend. A director goes there as a whole: for its
/// own shield, or for that of the balanced default when all of its members have the same.
/// </summary>
internal static class FastlyShields
{
    private const string Wanted = "var.fastly_req_do_shield";

    public static void Declare(VclWriter vcl, ServiceVersion version, Assignments assigned, FastlySymbols symbols)
    {
        foreach (var (name, shield, tls) in Of(version, assigned, symbols).Select(one => (one.Name, one.Shield, one.Tls)).Distinct())
        {
            vcl.Block($"director {name} shield {{", () => vcl
                .Property("shield", VclLiteral.Text(shield))
                .Property("is_ssl", tls ? "true" : "false")).Line();
        }
    }

    public static void Choose(VclWriter vcl, ServiceVersion version, Assignments assigned, FastlySymbols symbols)
    {
        var shielded = Of(version, assigned, symbols).ToList();
        if (shielded.Count == 0)
        {
            return;
        }

        vcl.Line($"declare local {Wanted} BOOL;").Line($"set {Wanted} = (req.restarts == 0);");
        foreach (var (target, name, _, _) in shielded)
        {
            vcl.Block($"if (req.backend == {target} && {Wanted}) {{",
                () => vcl.Line($"set req.backend = fastly.try_select_shield({name}, {target});"));
        }
    }

    private static IEnumerable<(string Target, string Name, string Shield, bool Tls)> Of(
        ServiceVersion version, Assignments assigned, FastlySymbols symbols) =>
    [
        .. version.Backends.Where(backend => !string.IsNullOrEmpty(backend.Shield))
            .Select(backend => Over(VclName.For(backend.Name), backend.Shield!, backend.UseSsl == true)),
        .. OfDefault(assigned),
        .. version.Directors.Where(director => !string.IsNullOrEmpty(director.Shield) && symbols.OfDirector(director.Name) is not null)
            .Select(director => Over(symbols.OfDirector(director.Name)!, director.Shield!,
                FastlySymbols.MembersOf(director, version).Any(member => member.UseSsl == true))),
    ];

    private static IEnumerable<(string Target, string Name, string Shield, bool Tls)> OfDefault(Assignments assigned) =>
        assigned.IsBalanced && assigned.Default.Select(member => member.Shield).Distinct().ToList() is [{ Length: > 0 } shield]
            ? [Over(FastlySymbols.Balanced, shield, assigned.Default.Any(member => member.UseSsl == true))]
            : [];

    private static (string Target, string Name, string Shield, bool Tls) Over(string target, string shield, bool tls) =>
        (target, (tls ? "ssl_shield_" : "shield_") + VclName.Normalised(shield), shield, tls);
}
