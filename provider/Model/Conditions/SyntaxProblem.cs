namespace EdgeInfra.Model;

/// <summary>Why a statement is not an expression, and where. Columns count characters from 1, over all lines.</summary>
public sealed record SyntaxProblem(int Column, string Message)
{
    public override string ToString() => $"column {Column}: {Message}";
}
