namespace EdgeInfra.Engine.Execution;

/// <summary>A step that the engine itself refuses, with every reason.</summary>
internal sealed class StepRefusedException(params IReadOnlyList<string> reasons) : Exception(string.Join("; ", reasons))
{
    public IReadOnlyList<string> Reasons { get; } = reasons;
}
