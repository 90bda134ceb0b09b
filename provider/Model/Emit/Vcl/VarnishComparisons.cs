using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>Comparisons, operand by operand.</summary>
internal sealed class VarnishComparisons(VarnishExpression expression)
{
    public string? Of(Node.Comparison node) => node.Operator switch
    {
        TokenKind.Equal => Equal(node),
        TokenKind.NotEqual => Equal(node) is { } equal ? "!" + equal : null,
        TokenKind.Matches or TokenKind.DoesNotMatch => Match(node),
        _ => Order(node),
    };

    private string? Equal(Node.Comparison node)
    {
        var values = new VarnishValues(expression);
        if (values.Of(node.Left) is not { } lefts || values.Of(node.Right) is not { } rights)
        {
            return null;
        }

        var pairs = (from left in lefts from right in rights select (left, right)).ToList();
        return pairs.Count > VarnishValues.Most ? TooMany(node)
            : VarnishExpression.AnyOf(pairs.Select(pair => (Both(pair.left, pair.right), VarnishOperand.Equal(pair.left, pair.right))));
    }

    private string? TooMany(Node node) => expression.Refuse(node.At, $"it depends on more than {VarnishValues.Most} cases.");

    private static string? Both(VarnishOperand left, VarnishOperand right) =>
        (left.When, right.When) is ({ } one, { } other) ? $"{one} && {other}" : left.When ?? right.When;

    private string? Match(Node.Comparison node)
    {
        if (new VarnishValues(expression).Of(node.Left) is not { } lefts)
        {
            return null;
        }

        var pattern = node.Right switch
        {
            Node.Name name when lefts[0].IsAddress => Acl(name),
            Node.Literal { Kind: TokenKind.Text, Value: var text } when !lefts[0].IsAddress => VarnishLiteral.Text(text)
                ?? expression.Refuse(node.Right.At, "this text fits into none of its quotes."),
            _ => expression.Refuse(node.Right.At, lefts[0].IsAddress
                ? "addresses are only compared with == or with an ACL here."
                : "a regular expression in quotes should be here."),
        };
        if (pattern is null)
        {
            return null;
        }

        var sign = Printer.Mark(node.Operator);
        var tests = lefts.Select(left => (left.When, $"({(left.IsAddress ? left.Text : left.AsText)} {sign} {pattern})")).ToList();
        return VarnishExpression.AnyOf(tests);
    }

    private string? Acl(Node.Name name)
    {
        if (expression.Script.Version.Acls.FirstOrDefault(acl => acl.Name == name.Value) is null)
        {
            return expression.Refuse(name.At, $"this version has no ACL \"{name.Value}\".");
        }

        expression.Script.Ask(name.Value);
        return VarnishAcls.Symbol(name.Value);
    }

    private string? Order(Node.Comparison node)
    {
        var values = new VarnishValues(expression);
        if (values.Of(node.Left) is not { } lefts || values.Of(node.Right) is not { } rights)
        {
            return null;
        }

        return lefts is [{ Type: VclType.Integer or VclType.Rtime or VclType.Float } left] && rights is [var right] && left.Type == right.Type
            ? $"({left.Text} {Printer.Mark(node.Operator)} {right.Text})"
            : expression.Refuse(node.At, "only numbers of one kind, or two durations, are put in order here.");
    }
}
