namespace EdgeInfra.Model;

/// <summary>
/// Everything the proxy reads: one entry per service with an active version. Complete, immutable; equal configs behave
/// the same.
/// </summary>
public sealed record EdgeConfig(ValueList<ServiceConfig> Services)
{
    public static EdgeConfig Empty { get; } = new([]);
}
