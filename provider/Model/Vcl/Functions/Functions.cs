namespace EdgeInfra.Model.Vcl;

/// <summary>The table of functions, and how calls of them are checked.</summary>
internal static class Functions
{
    private static readonly Dictionary<string, Function> Known = new[]
    {
        StandardFunctions.All, TextFunctions.All, QueryFunctions.All, DigestFunctions.All, TimeFunctions.All, ChanceFunctions.All,
        TableFunctions.All,
    }.SelectMany(group => group).ToDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Known.Keys.Order(StringComparer.Ordinal);

    public static Code? Bind(Binder binder, Node.Call call)
    {
        if (!Known.TryGetValue(call.Function, out var function))
        {
            return binder.Refuse(call.At, $"the function {call.Function} is not supported.{Hint(call.Function)}");
        }

        if (call.Arguments.Count < function.Required || call.Arguments.Count > function.Takes.Length)
        {
            return binder.Refuse(call.At, $"{call.Function} cannot take {call.Arguments.Count} arguments: {function.Signature(call.Function)}.");
        }

        var given = call.Arguments.Select((node, at) => Bind(binder, call.Function, function.Takes[at], node)).ToList();
        return given.Contains(null) ? null : function.Build(new(binder.Environment, given.OfType<Argument>().ToList()));
    }

    private static string Hint(string name)
    {
        var hint = Nearest.Hint(name, Known.Keys);
        var family = name[..(name.IndexOf('.', StringComparison.Ordinal) + 1)];
        var relatives = Names.Where(known => family.Length > 0 && known.StartsWith(family, StringComparison.Ordinal)).ToList();
        return hint.Length > 0 || relatives.Count == 0 ? hint : $" There are {string.Join(", ", relatives)}.";
    }

    private static Argument? Bind(Binder binder, string function, VclType wanted, Node node)
    {
        switch (wanted)
        {
            case VclType.Pattern:
                return Pattern(binder, node);
            case VclType.Table when node is Node.Name name:
                return Lookups.FindTable(binder, name) is { } table ? new(Table: table) : null;
            case VclType.Table:
                return Refuse(binder, node, "the name of a table should be here.");
            case VclType.String:
                return binder.Text(node) is { } text ? new(text) : null;
        }

        if (binder.Bind(node) is not { } found || binder.Converted(node, found, wanted) is not { } code)
        {
            return null;
        }

        return code.Type == wanted ? new(code)
            : Refuse(binder, node, $"{Printer.Print(node)} is {Binder.Typed(code)}, and {function} takes {Binder.Typed(wanted)} here.");
    }

    private static Argument? Pattern(Binder binder, Node node) =>
        node is not Node.Literal { Kind: TokenKind.Text, Value: var pattern } ? Refuse(binder, node, "a regular expression in quotes should be here.")
        : Vcl.Pattern.Compile(pattern, out var reason) is { } regex ? new(Pattern: regex)
        : Refuse(binder, node, reason);

    private static Argument? Refuse(Binder binder, Node node, string message)
    {
        binder.Refuse(node.At, message);
        return null;
    }
}
