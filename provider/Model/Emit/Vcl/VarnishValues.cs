using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>Values: variables, literals, joined texts, and the functions that both know.</summary>
internal sealed class VarnishValues(VarnishExpression expression)
{
    /// <summary>More operands than that make a program that nobody reads and Varnish compiles for minutes.</summary>
    public const int Most = 1_000;

    public List<VarnishOperand>? Of(Node node) => node switch
    {
        Node.Literal { Kind: TokenKind.Text, Value: var text } => VarnishLiteral.Text(text) is { } written
            ? [new(written) { Literal = text }] : Refuse(node, "this text fits into none of its quotes."),
        Node.Literal { Kind: TokenKind.Integer, Value: var digits } => [new(digits) { Type = VclType.Integer }],
        Node.Literal { Kind: TokenKind.RelativeTime, Value: var time } => [new(time) { Type = VclType.Rtime }],
        Node.Name name => VarnishNames.Of(name.Value, expression.Place) is { } operand ? [operand]
            : Refuse(node, $"{name.Value} is not translated."),
        Node.Joined joined => Joined(joined),
        Node.If choice => Choice(choice),
        Node.Call call => Call(call),
        _ => Refuse(node, $"{Printer.Print(node)} is not translated."),
    };

    private List<VarnishOperand>? Refuse(Node node, string why)
    {
        expression.Refuse(node.At, why);
        return null;
    }

    private List<VarnishOperand>? Choice(Node.If choice)
    {
        if (expression.Truth(choice.Condition) is not { } when || Of(choice.Then) is not { } then || Of(choice.Otherwise) is not { } otherwise)
        {
            return null;
        }

        return then[0].Type != otherwise[0].Type ? Refuse(choice, "both values of if must be of one type.")
            : [.. then.Select(operand => Under($"({when})", operand)), .. otherwise.Select(operand => Under($"!({when})", operand))];
    }

    private static VarnishOperand Under(string when, VarnishOperand operand) =>
        operand with { When = operand.When is { } own ? $"{when} && {own}" : when };

    // What is not set adds nothing, here as there.
    private List<VarnishOperand>? Joined(Node.Joined joined)
    {
        List<VarnishOperand> all = [new("")];
        foreach (var part in joined.Parts)
        {
            if (Of(part) is not { } next)
            {
                return null;
            }

            all = [.. from left in all from right in next select Both(left, right)];
            if (all.Count > Most)
            {
                return Refuse(joined, $"it depends on more than {Most} cases.");
            }
        }

        return all;
    }

    private static VarnishOperand Both(VarnishOperand left, VarnishOperand right) => new(
        left.Text.Length == 0 ? right.AsText : $"{left.Text} + {right.Text}")
    {
        When = (left.When, right.When) is ({ } one, { } other) ? $"{one} && {other}" : left.When ?? right.When,
    };

    private List<VarnishOperand>? Call(Node.Call call) => (call.Function, call.Arguments) switch
    {
        ("table.lookup", _) => new VarnishTables(expression).Lookup(call),
        ("std.tolower" or "std.toupper", [var text]) => Mapped(text, operand => new($"{call.Function}({operand.AsText})")),
        ("std.atoi", [var text]) => Mapped(text, operand => new(
            $"std.integer(regsub({operand.AsText}, \"^[ \\t]*([-+]?[0-9]*).*$\", \"\\1\"), 0)") { Type = VclType.Integer }),
        ("std.strstr", [var text, var part]) => Found(text, part),
        ("std.ip", [var text, var fallback]) => Address(text, fallback),
        ("regsub" or "regsuball", [var text, Node.Literal { Kind: TokenKind.Text } pattern, var with]) =>
            Substituted(call.Function, text, pattern, with),
        _ => Refuse(call, $"{call.Function} is not translated."),
    };

    private List<VarnishOperand>? Mapped(Node node, Func<VarnishOperand, VarnishOperand> map) =>
        Of(node)?.Select(operand => map(operand) with { When = operand.When }).ToList();

    private List<VarnishOperand>? Found(Node text, Node part) => Of(part) is not { } parts ? null
        : parts is not [{ When: null } one] ? Refuse(part, "what is looked for must not depend on conditions here.")
        : Mapped(text, operand => Found($"std.strstr({operand.AsText}, {one.AsText})"));

    private static VarnishOperand Found(string call) => new(call) { IsSet = call };

    private List<VarnishOperand>? Address(Node text, Node fallback)
    {
        var other = fallback is Node.Literal { Kind: TokenKind.Text, Value: var written } && System.Net.IPAddress.TryParse(written, out var ip)
            ? [new($"\"{ip}\"") { Type = VclType.Ip }] : Of(fallback);
        return other is null ? null
            : other is not [{ When: null, IsAddress: true } one] ? Refuse(fallback, "an address should be here, written out or a variable.")
            : Mapped(text, operand => new($"std.ip({operand.AsText}, {one.Text}, false)") { Type = VclType.Ip });
    }

    private List<VarnishOperand>? Substituted(string function, Node text, Node.Literal pattern, Node with)
    {
        if (Of(with) is not { } replacements || VarnishLiteral.Text(pattern.Value) is not { } regex)
        {
            return Refuse(pattern, "this text fits into none of its quotes.");
        }

        return replacements is not [{ When: null } one] ? Refuse(with, "the replacement must not depend on conditions here.")
            : Mapped(text, operand => new($"{function}({operand.AsText}, {regex}, {one.AsText})"));
    }
}
