namespace EdgeInfra.Engine.Display;

/// <summary>How far a step has come.</summary>
internal enum StepProgress
{
    Running,
    Done,
    Failed,
}
