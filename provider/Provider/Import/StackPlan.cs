using System.Collections.Immutable;

namespace EdgeInfra.Plugin.Import;

/// <summary>A stack program before it is written in some language.</summary>
/// <param name="Origin">Where it is from, for a comment: one line.</param>
/// <param name="Settings">What it is configured with.</param>
/// <param name="Resources">In the order of who refers to whom.</param>
internal sealed record StackPlan(string Origin, ImmutableArray<PlannedSetting> Settings, ImmutableArray<PlannedResource> Resources)
{
    /// <summary>The variable of the ServiceVersion, when it declares one.</summary>
    public string? Version => Resources.FirstOrDefault(resource => resource.Type == nameof(Model.ServiceVersion))?.Variable;

    /// <summary>Whether it is more than declarations for a version that is declared elsewhere.</summary>
    public bool HasService => Resources.Any(resource => resource.Type == nameof(Model.Service));
}
