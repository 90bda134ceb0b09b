using System.Diagnostics.CodeAnalysis;

namespace EdgeInfra.Model.Vcl;

/// <summary>What compiling gave: an expression, or every problem found; never both and never neither.</summary>
public sealed class VclCompiled<T>
{
    internal VclCompiled(VclExpression<T> expression) => Expression = expression;

    internal VclCompiled(ValueList<SyntaxProblem> problems) => Problems = problems;

    [MemberNotNullWhen(true, nameof(Expression))]
    public bool Ok => Expression is not null;

    public VclExpression<T>? Expression { get; }

    /// <summary>In the order of their places.</summary>
    public ValueList<SyntaxProblem> Problems { get; } = [];
}
