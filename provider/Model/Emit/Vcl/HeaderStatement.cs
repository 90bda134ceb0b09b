using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>The one statement a header rule comes out as in Fastly's dialect.</summary>
internal static class HeaderStatement
{
    /// <summary>Null, and why, when there is none.</summary>
    public static string? Of(Header header, FastlySymbols symbols, out string why)
    {
        why = $"{header.Dst} cannot be changed here";
        if (HeaderTarget.Of(header) is not { } target)
        {
            return null;
        }

        if (target.Name == "req.backend")
        {
            why = $"{header.Src} is no backend or director of this version";
            return header.Action == "set" && symbols.OfTarget(header.Src.Trim()) is { } symbol ? $"set req.backend = {symbol};" : null;
        }

        if (header.Action == "delete")
        {
            return target.Header is null ? null : $"unset {target.Name};";
        }

        var source = header is { Src: "", Action: "regex" or "regex_repeat" } ? target.Name : header.Src;
        why = Refuse(source) ?? "";
        return why.Length > 0 ? null : Assigned(header, target, source.Trim());
    }

    private static string Assigned(Header header, HeaderTarget target, string source) => header.Action switch
    {
        "append" when IsCookie(target) => $"add {target.Name} = {source};",
        "append" => $"set {target.Name} = if({target.Name}, {target.Name}, \"\") {source};",
        "regex" => Substituted("regsub", header, target, source),
        "regex_repeat" => Substituted("regsuball", header, target, source),
        _ => $"set {target.Name} = {source};",
    };

    private static string Substituted(string function, Header header, HeaderTarget target, string source) =>
        $"set {target.Name} = {function}({AsText(header, source)}, {VclLiteral.Text(header.Regex)}, {VclLiteral.Text(header.Substitution)});";

    // Functions take nothing but texts: other values become one when they are joined to one.
    private static string AsText(Header header, string source)
    {
        var scope = header.Type switch
        {
            "request" => VclScope.Recv,
            "fetch" => VclScope.Miss,
            "cache" => VclScope.Fetch,
            _ => VclScope.Deliver,
        };
        var binder = new Binder(new VclEnvironment(scope) { Tables = null, Acls = null }, keepsCaptures: false);
        return Parser.Parse(source, out _) is { } node && binder.Bind(node) is { Type: not VclType.String } ? $"\"\" {source}" : source;
    }

    // Joined into one line, two cookies are none.
    private static bool IsCookie(HeaderTarget target) =>
        string.Equals(target.Header, "Set-Cookie", StringComparison.OrdinalIgnoreCase);

    private static string? Refuse(string source) => Parser.Parse(source, out var problem) switch
    {
        null => $"its source is no expression, {problem}",
        Node.Comparison or Node.Logic or Node.Not or Node.Group => "its source is a condition, and a value is needed",
        _ => null,
    };
}
