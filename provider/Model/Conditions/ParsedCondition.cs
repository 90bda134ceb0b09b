using System.Diagnostics.CodeAnalysis;

namespace EdgeInfra.Model;

/// <summary>A statement after parsing: an expression or what is wrong with it, never both and never neither.</summary>
public sealed class ParsedCondition
{
    internal ParsedCondition(ConditionExpression expression) => Expression = expression;

    internal ParsedCondition(ValueList<SyntaxProblem> problems) => Problems = problems;

    [MemberNotNullWhen(true, nameof(Expression))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Ok => Expression is not null;

    public ConditionExpression? Expression { get; }

    /// <summary>The first one.</summary>
    public SyntaxProblem? Problem => Problems.Count > 0 ? Problems[0] : null;

    /// <summary>In the order of their places.</summary>
    public ValueList<SyntaxProblem> Problems { get; } = [];
}
