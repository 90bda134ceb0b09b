using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// Lookups in dictionaries, as one comparison of the key for each item: Varnish has no tables. The items are those of this
/// moment.
/// </summary>
internal sealed class VarnishTables(VarnishExpression expression)
{
    public string? Contains(Node.Call call)
    {
        if (call.Arguments is not [var table, var key] || Items(table) is not { } items || Keys(key) is not { } keyed)
        {
            return expression.Refuse(call.At, "table.contains takes a table and a text.");
        }

        return items.Count == 0 ? "(false)" : VarnishExpression.AnyOf(items.Select(item => ((string?)null, Is(keyed, item.Key))));
    }

    public List<VarnishOperand>? Lookup(Node.Call call)
    {
        var given = call.Arguments;
        if (given.Count is < 2 or > 3 || Items(given[0]) is not { } items || Keys(given[1]) is not { } keyed)
        {
            expression.Refuse(call.At, "table.lookup takes a table, a text, and what stands for a key that is not there.");
            return null;
        }

        var otherwise = given.Count == 3 ? new VarnishValues(expression).Of(given[2]) : [new VarnishOperand("\"\"") { IsSet = "(false)" }];
        var none = items.Count == 0 ? null : "!" + VarnishExpression.AnyOf(items.Select(item => ((string?)null, Is(keyed, item.Key))));
        return otherwise is null ? null :
        [
            .. items.Select(item => new VarnishOperand(VarnishLiteral.Text(item.Value)!) { When = Is(keyed, item.Key), Literal = item.Value }),
            .. otherwise.Select(operand => operand with
            {
                When = (none, operand.When) is ({ } one, { } other) ? $"{one} && {other}" : none ?? operand.When,
            }),
        ];
    }

    private static string Is(VarnishOperand key, string text) =>
        VarnishOperand.Equal(key, new(VarnishLiteral.Text(text)!) { Literal = text });

    private VarnishOperand? Keys(Node node) => new VarnishValues(expression).Of(node) switch
    {
        null => null,
        [{ When: null } key] => key with { Text = key.AsText, Type = VclType.String },
        _ => Depends(node),
    };

    private VarnishOperand? Depends(Node node)
    {
        expression.Refuse(node.At, "a key must not depend on conditions here.");
        return null;
    }

    // Of several items with one key the last counts.
    private Dictionary<string, string>? Items(Node node)
    {
        var name = node is Node.Name { Value: var written } ? written : "";
        var why = expression.Script.Version.Dictionaries.FirstOrDefault(table => table.Name == name) switch
        {
            null => $"this version has no table \"{name}\".",
            { WriteOnly: true } => "its items can only be written, so they must not stand in a program.",
            _ => null,
        };
        var items = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in expression.Script.Contents.Tables.FirstOrDefault(table => table.Name == name)?.Items ?? [])
        {
            items[item.ItemKey] = item.ItemValue;
        }

        why ??= items.Count > VarnishValues.Most ? $"{name} has more than {VarnishValues.Most} items."
            : items.Any(item => VarnishLiteral.Text(item.Key) is null || VarnishLiteral.Text(item.Value) is null)
                ? $"an item of {name} fits into none of Varnish's quotes."
            : null;
        if (why is not null)
        {
            expression.Refuse(node.At, why);
        }

        return why is null ? items : null;
    }
}
