namespace EdgeInfra.Model;

/// <summary>What requests go to besides single backends: the balanced default, directors, and shields.</summary>
internal static class FastlyDirectors
{
    public static void Write(VclWriter vcl, ServiceVersion version, Assignments assigned, FastlySymbols symbols)
    {
        if (assigned.IsBalanced)
        {
            vcl.Line("# Automatic load balancing").Line().Block($"director {FastlySymbols.Balanced} random {{", () =>
            {
                foreach (var backend in assigned.Default)
                {
                    vcl.Line($"{{ .backend = {VclName.For(backend.Name)}; .weight = {backend.Weight}; }}");
                }
            }).Line();
        }

        foreach (var director in version.Directors)
        {
            Write(vcl, director, version, symbols);
        }

        FastlyShields.Declare(vcl, version, assigned, symbols);
    }

    private static void Write(VclWriter vcl, Director director, ServiceVersion version, FastlySymbols symbols)
    {
        if (symbols.OfDirector(director.Name) is not { } symbol)
        {
            vcl.Comment($"Not declared: the director {director.Name}, which has no members, or a name that VCL uses already").Line();
            return;
        }

        vcl.Block($"director {symbol} {Kind(director)} {{", () =>
        {
            vcl.Property("quorum", VclLiteral.Number(director.Quorum) + "%");
            if (director.Type == 1)
            {
                vcl.Property("retries", VclLiteral.Number(director.Retries));
            }

            foreach (var member in FastlySymbols.MembersOf(director, version))
            {
                vcl.Line($"{{ .backend = {VclName.For(member.Name)}; .weight = {VclLiteral.Number(member.Weight)}; }}");
            }
        }).Line();
    }

    private static string Kind(Director director) => director.Type switch
    {
        3 => "hash",
        4 => "client",
        _ => "random",
    };
}
