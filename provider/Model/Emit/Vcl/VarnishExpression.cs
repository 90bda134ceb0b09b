using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// An expression of Fastly's dialect in Varnish's. Varnish takes a header that is not set for "" where the edge says that it
/// equals nothing, so each comparison asks for the header first.
/// </summary>
internal sealed class VarnishExpression(VarnishScript script, VarnishPlace place)
{
    private SyntaxProblem? _problem;

    public VarnishScript Script => script;

    public VarnishPlace Place => place;

    /// <summary>Null, and what stands in the way, for what Varnish cannot say.</summary>
    public string? Condition(string statement, out SyntaxProblem? problem)
    {
        var node = Parser.Parse(statement, out problem);
        var text = node is null ? null : Truth(node);
        problem ??= _problem;
        return text;
    }

    /// <summary>The value's operands; null, and what stands in the way, for what Varnish cannot say.</summary>
    public List<VarnishOperand>? Value(string source, out SyntaxProblem? problem)
    {
        var node = Parser.Parse(source, out problem);
        var value = node is null ? null : new VarnishValues(this).Of(node);
        problem ??= _problem;
        return value;
    }

    /// <summary>Notes why there is nothing; the first reason counts.</summary>
    public string? Refuse(Position at, string why)
    {
        _problem ??= new(at, why);
        return null;
    }

    public string? Truth(Node node) => node switch
    {
        Node.Literal { Kind: TokenKind.Truth } truth => $"({truth.Value})", // Varnish takes no bare constant after a !
        Node.Group group => Truth(group.Inner) is { } inner ? $"({inner})" : null,
        Node.Not not => Truth(not.Denied) is { } denied ? $"!{Closed(not.Denied, denied)}" : null,
        Node.Logic logic => Joined(logic),
        Node.If choice => Choice(choice),
        Node.Comparison comparison => new VarnishComparisons(this).Of(comparison),
        Node.Call { Function: "table.contains" } call => new VarnishTables(this).Contains(call),
        _ => IsSet(node),
    };

    private static string Closed(Node node, string text) => node is Node.Group or Node.Name ? text : $"({text})";

    private string? Joined(Node.Logic logic)
    {
        var parts = logic.Parts.Select(Truth).ToList();
        return parts.Contains(null) ? null : string.Join(logic.IsAnd ? " && " : " || ", parts);
    }

    private string? Choice(Node.If choice) =>
        Truth(choice.Condition) is { } when && Truth(choice.Then) is { } then && Truth(choice.Otherwise) is { } otherwise
            ? $"((({when}) && ({then})) || (!({when}) && ({otherwise})))" : null;

    private string? IsSet(Node node) => new VarnishValues(this).Of(node) is { } value
        ? AnyOf(value.Select(operand => (operand.When, operand.IsSet ?? "(true)"))) : null;

    /// <summary>That one of the tests holds whose own condition does.</summary>
    public static string AnyOf(IEnumerable<(string? When, string Test)> tests)
    {
        var all = tests.Select(test => test.When is null ? test.Test : $"({test.When} && {test.Test})").ToList();
        return all.Count == 1 ? all[0] : $"({string.Join(" || ", all)})";
    }
}
