using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// A parsed condition, ready to be asked about requests from any thread. Two are equal when their statements are, letter
/// for letter, even if they look into different tables and ACLs.
/// </summary>
public sealed class ConditionExpression : IEquatable<ConditionExpression>
{
    private readonly VclExpression<bool> _expression;

    internal ConditionExpression(string statement, VclExpression<bool> expression) =>
        (Statement, _expression) = (statement, expression);

    public string Statement { get; }

    /// <summary>What its version calls it; empty where nothing does. Says nothing about equality.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// For conditions of type REQUEST. One that looks at the connection needs a request that is an
    /// <see cref="IConnectionView"/>, too.
    /// </summary>
    public bool Holds(IRequestView request) => Holds(new VclFrame(request) { Connection = request as IConnectionView });

    public bool Holds(in VclFrame frame) =>
        _expression.Evaluate(_expression.UsesCaptures && frame.Captures is null ? frame with { Captures = new() } : frame);

    public bool Equals(ConditionExpression? other) => other is not null && Statement == other.Statement;

    public override bool Equals(object? obj) => Equals(obj as ConditionExpression);

    public override int GetHashCode() => Statement.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Statement;
}
