namespace EdgeInfra.Model;

/// <summary>Directors as objects of Varnish's own module: only those that a header rule sends requests to.</summary>
internal static class VarnishDirectors
{
    public static string Symbol(string name) => "director_" + VclName.Normalised(name);

    /// <summary>The director a header rule chooses, if it chooses one; backends come first, as everywhere.</summary>
    public static Director? Chosen(Header header, ServiceVersion version) =>
        header is { Type: "request", Action: "set", Dst: "backend" } && BackendOf(header, version) is null
            ? version.Directors.FirstOrDefault(director => Means(header, director.Name, VclName.Normalised(director.Name))) : null;

    public static Backend? BackendOf(Header header, ServiceVersion version) =>
        header is { Type: "request", Action: "set", Dst: "backend" }
            ? version.Backends.FirstOrDefault(backend => Means(header, backend.Name, VclName.For(backend.Name))) : null;

    public static List<Backend> MembersOf(Director director, ServiceVersion version) =>
        FastlySymbols.MembersOf(director, version).Where(VarnishBackend.IsReachable).ToList();

    public static void Create(VclWriter vcl, Director director, ServiceVersion version)
    {
        var symbol = Symbol(director.Name);
        vcl.Line($"new {symbol} = directors.{(director.Type == 1 ? "random" : "hash")}();");
        foreach (var member in MembersOf(director, version))
        {
            vcl.Line($"{symbol}.add_backend({VclName.For(member.Name)}, {VclLiteral.Number(member.Weight)});");
        }
    }

    /// <summary>The expression that picks a member.</summary>
    public static string Pick(Director director) => Symbol(director.Name) + director.Type switch
    {
        3 => ".backend(req.http.Host + req.url)",
        4 => ".backend(client.identity)",
        _ => ".backend()",
    };

    private static bool Means(Header header, string name, string symbol) => header.Src.Trim() is var src && (src == name || src == symbol);
}
