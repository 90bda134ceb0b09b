using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>Why a statement is not an expression, and where. Columns count characters from 1, in their line.</summary>
public sealed record SyntaxProblem(Position At, string Message)
{
    public int Line => At.Line;

    public int Column => At.Column;

    /// <summary><c>column 3</c>, or <c>line 2, column 3</c>.</summary>
    public string Place => Line == 1 ? $"column {Column}" : $"line {Line}, column {Column}";

    public override string ToString() => $"{Place}: {Message}";
}
