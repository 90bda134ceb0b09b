using System.Diagnostics.CodeAnalysis;

namespace EdgeInfra.Model;

/// <summary>A statement after parsing: an expression or a problem, never both and never neither.</summary>
public sealed class ParsedCondition
{
    internal ParsedCondition(ConditionExpression expression) => Expression = expression;

    internal ParsedCondition(SyntaxProblem problem) => Problem = problem;

    [MemberNotNullWhen(true, nameof(Expression))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Ok => Expression is not null;

    public ConditionExpression? Expression { get; }

    public SyntaxProblem? Problem { get; }
}
