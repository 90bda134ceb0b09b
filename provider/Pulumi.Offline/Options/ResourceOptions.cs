using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>What a resource is told beside its arguments: parent, provider, dependencies, protection, …</summary>
/// <remarks>A resource keeps what its options said when it was made; changing them later has no effect.</remarks>
public abstract class ResourceOptions
{
    protected ResourceOptions()
    {
    }

    public Input<string>? Id { get; set; }

    public Resource? Parent { get; set; }

    [AllowNull]
    public InputList<Resource> DependsOn { get => field ??= []; set; }

    public bool? Protect { get; set; }

    [AllowNull]
    public List<string> IgnoreChanges { get => field ??= []; set; }

    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    [AllowNull]
    public List<Input<Alias>> Aliases { get => field ??= []; set; }

    public string? Urn { get; set; }

    [AllowNull]
    public List<string> ReplaceOnChanges { get => field ??= []; set; }

    public string? PluginDownloadURL { get; set; }

    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }

    [AllowNull]
    public InputList<Resource> ReplaceWith { get => field ??= []; set; }

    [AllowNull]
    public List<string> HideDiffs { get => field ??= []; set; }

    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>Lays other options over these: what they set counts, and lists grow.</summary>
    private protected void Overlay(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        DependsOn = DependsOn.Concat(other.DependsOn);
        Protect = other.Protect ?? Protect;
        IgnoreChanges = [.. IgnoreChanges, .. other.IgnoreChanges];
        Version = other.Version ?? Version;
        CustomTimeouts = CustomTimeouts.Merged(CustomTimeouts, other.CustomTimeouts);
        Aliases = [.. Aliases, .. other.Aliases];
        Urn = other.Urn ?? Urn;
        ReplaceOnChanges = [.. ReplaceOnChanges, .. other.ReplaceOnChanges];
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplaceWith = ReplaceWith.Concat(other.ReplaceWith);
        HideDiffs = [.. HideDiffs, .. other.HideDiffs];
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
    }
}
