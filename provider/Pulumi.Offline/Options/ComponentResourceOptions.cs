using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>Options of a resource made of other resources.</summary>
/// <remarks>Its providers are handed on to children, one for each package.</remarks>
public sealed class ComponentResourceOptions : ResourceOptions
{
    [AllowNull]
    public List<ProviderResource> Providers { get => field ??= []; set; }

    /// <summary>Both options in a new object; a single provider becomes one of the providers.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        merged.Take(options1);
        merged.Take(options2);
        return merged;
    }

    private void Take(ComponentResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Overlay(other);
        IEnumerable<ProviderResource> single = other.Provider is { } provider ? [provider] : [];
        Providers = [.. Providers, .. other.Providers, .. single];
    }
}
