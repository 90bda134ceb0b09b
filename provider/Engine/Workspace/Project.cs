using System.Collections.Immutable;

namespace EdgeInfra.Engine.Workspace;

/// <summary>What Pulumi.yaml says.</summary>
internal sealed record Project
{
    public required string Name { get; init; }

    /// <summary>As in <c>dotnet</c>, <c>nodejs</c> or <c>yaml</c>.</summary>
    public required string Runtime { get; init; }

    public ImmutableSortedDictionary<string, string> RuntimeOptions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Folder or file of the program, below the project's folder; empty for that folder itself.</summary>
    public string Main { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>What the program may be configured with, by full key.</summary>
    public ImmutableSortedDictionary<string, ConfigDeclaration> Config { get; init; } = ImmutableSortedDictionary<string, ConfigDeclaration>.Empty;

    /// <summary>Providers that the project brings along: folder or file by name, absolute.</summary>
    public ImmutableSortedDictionary<string, string> Plugins { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Where stacks are kept; null for the project's own folder.</summary>
    public string? BackendUrl { get; init; }
}
