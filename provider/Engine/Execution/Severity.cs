namespace EdgeInfra.Engine.Execution;

/// <summary>How much a diagnostic matters. An error makes the deployment fail.</summary>
internal enum Severity
{
    Debug,
    Info,
    Warning,
    Error,
}
