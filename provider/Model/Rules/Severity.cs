namespace EdgeInfra.Model;

/// <summary>Whether a problem stops a version from being activated; only errors do.</summary>
public enum Severity
{
    Error,
    Warning,
}
