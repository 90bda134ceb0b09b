using System.Text;

namespace EdgeInfra.Model.Vcl;

/// <summary>Writes an expression in one line and one form, so that two ways of writing the same compare equal.</summary>
internal static class Printer
{
    public static string Print(Node node) => node switch
    {
        Node.Literal { Kind: TokenKind.Text } text => Quoted(text.Value),
        Node.Literal other => other.Value,
        Node.Name name => name.Value,
        Node.Call call => $"{call.Function}({Listed(call.Arguments, ", ")})",
        Node.If choice => $"if({Print(choice.Condition)}, {Print(choice.Then)}, {Print(choice.Otherwise)})",
        Node.Not not => "!" + Print(not.Denied),
        Node.Group group => $"({Print(group.Inner)})",
        Node.Joined joined => Listed(joined.Parts, " + "),
        Node.Comparison comparison => $"{Print(comparison.Left)} {Mark(comparison.Operator)} {Print(comparison.Right)}",
        Node.Logic logic => Listed(logic.Parts, logic.IsAnd ? " && " : " || "),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    public static string Mark(TokenKind kind) => kind switch
    {
        TokenKind.Equal => "==",
        TokenKind.NotEqual => "!=",
        TokenKind.Matches => "~",
        TokenKind.DoesNotMatch => "!~",
        TokenKind.Less => "<",
        TokenKind.AtMost => "<=",
        TokenKind.Greater => ">",
        TokenKind.AtLeast => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Listed(IEnumerable<Node> nodes, string between) => string.Join(between, nodes.Select(Print));

    private static string Quoted(string text)
    {
        var written = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character is '%' or '"' || char.IsControl(character) && character < 0x80
                ? written.Append('%').Append(((int)character).ToString("X2", null))
                : written.Append(character);
        }

        return written.Append('"').ToString();
    }
}
