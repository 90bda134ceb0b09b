namespace Pulumi;

/// <summary>Which provider answers a function call.</summary>
/// <remarks>Without a provider the parent's one for that package is used, and then the default one.</remarks>
public class InvokeOptions
{
    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }
}
