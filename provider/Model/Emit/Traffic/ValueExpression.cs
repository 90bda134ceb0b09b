using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// A parsed expression for a text. Two are equal when their statements are, even if they look into different tables and
/// ACLs.
/// </summary>
public sealed class ValueExpression : IEquatable<ValueExpression>
{
    private readonly VclExpression<string?> _expression;

    internal ValueExpression(string statement, VclExpression<string?> expression) =>
        (Statement, _expression) = (statement, expression);

    public string Statement { get; }

    /// <summary>The text, or null when it is not set.</summary>
    public string? Evaluate(in VclFrame frame) => _expression.Evaluate(frame);

    public bool Equals(ValueExpression? other) => other is not null && Statement == other.Statement;

    public override bool Equals(object? obj) => Equals(obj as ValueExpression);

    public override int GetHashCode() => Statement.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Statement;
}
