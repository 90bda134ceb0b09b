namespace Pulumi;

/// <summary>Which provider answers a method call.</summary>
/// <remarks>Without a provider the resource's own one is used.</remarks>
public class CallOptions
{
    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }
}
