namespace EdgeInfra.Model.Vcl;

/// <summary>
/// Parses, type-checks and compiles expressions of VCL. Everything is decided here; evaluating only follows delegates.
/// </summary>
public static class VclCompiler
{
    // More would hide the first ones, and a hostile statement could ask for megabytes.
    private const int MostProblems = 20;

    /// <summary>A condition: a BOOL, or a text, which is true when it is set.</summary>
    public static VclCompiled<bool> Condition(string statement, VclEnvironment environment) =>
        Compile(statement, environment, (binder, node) => binder.Condition(node));

    /// <summary>A text, as the source of a header is: other types are written as VCL writes them.</summary>
    public static VclCompiled<string?> Text(string statement, VclEnvironment environment) =>
        Compile(statement, environment, (binder, node) => binder.Text(node)?.Text);

    private static VclCompiled<T> Compile<T>(string statement, VclEnvironment environment, Func<Binder, Node, Get<T>?> bind)
    {
        if (Parser.Parse(statement, out var problem) is not { } node)
        {
            return new([problem!]); // no node, so there is a problem
        }

        var canonical = Printer.Print(node);
        var usesCaptures = environment.KeepsCaptures || canonical.Contains(Variables.Groups, StringComparison.Ordinal);
        var binder = new Binder(environment, usesCaptures);
        var code = bind(binder, node);
        return binder.Problems.Count == 0 && code is not null
            ? new(new VclExpression<T>(canonical, code, usesCaptures))
            : new(binder.Problems.OrderBy(found => found.Line).ThenBy(found => found.Column).Take(MostProblems).ToValueList());
    }
}
