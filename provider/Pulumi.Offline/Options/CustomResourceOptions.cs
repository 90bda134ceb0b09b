using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>Options of a resource that a provider manages.</summary>
/// <remarks>Children don't inherit them, but for the provider and the parent's own ones.</remarks>
public sealed class CustomResourceOptions : ResourceOptions
{
    public bool? DeleteBeforeReplace { get; set; }

    [AllowNull]
    public List<string> AdditionalSecretOutputs { get => field ??= []; set; }

    public string? ImportId { get; set; }

    [AllowNull]
    public Dictionary<string, string> EnvVarMappings { get => field ??= []; set; }

    /// <summary>Both options in a new object: of single values the second one's count, lists are joined.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        merged.Take(options1);
        merged.Take(options2);
        return merged;
    }

    private void Take(CustomResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Overlay(other);
        Provider = other.Provider ?? Provider;
        DeleteBeforeReplace = other.DeleteBeforeReplace ?? DeleteBeforeReplace;
        AdditionalSecretOutputs = [.. AdditionalSecretOutputs, .. other.AdditionalSecretOutputs];
        ImportId = other.ImportId ?? ImportId;
        foreach (var (from, to) in other.EnvVarMappings)
        {
            EnvVarMappings[from] = to;
        }
    }
}
