namespace EdgeInfra.Model.Vcl;

/// <summary>An expression as written; what its names mean and which types it has is not known yet.</summary>
/// <remarks>Closed: a switch over the cases below covers every node there is.</remarks>
internal abstract record Node(Position At)
{
    /// <summary>A text (decoded), a number (its digits), or true or false.</summary>
    public sealed record Literal(Position At, TokenKind Kind, string Value) : Node(At);

    /// <summary>A variable, or the name of an ACL or a table.</summary>
    public sealed record Name(Position At, string Value) : Node(At);

    public sealed record Call(Position At, string Function, IReadOnlyList<Node> Arguments) : Node(At);

    public sealed record If(Position At, Node Condition, Node Then, Node Otherwise) : Node(At);

    public sealed record Not(Position At, Node Denied) : Node(At);

    public sealed record Group(Position At, Node Inner) : Node(At);

    /// <summary>Texts joined into one; at least two parts.</summary>
    public sealed record Joined(Position At, IReadOnlyList<Node> Parts) : Node(At);

    /// <param name="Mark">Where the operator stands.</param>
    public sealed record Comparison(Position At, TokenKind Operator, Position Mark, Node Left, Node Right) : Node(At);

    /// <summary>Conditions joined by <c>&amp;&amp;</c> or by <c>||</c>; at least two parts.</summary>
    public sealed record Logic(Position At, bool IsAnd, IReadOnlyList<Node> Parts) : Node(At);
}
