namespace EdgeInfra.Model;

/// <summary>
/// Something wrong with declarations in VCL text, and where; line and column count from 1. With an error among them the
/// declarations that were read are not all there.
/// </summary>
public sealed record DeclarationProblem(int Line, int Column, string Message, Severity Severity)
{
    public override string ToString() => $"line {Line}, column {Column}: {Message}";
}
