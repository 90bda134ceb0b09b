using System.Collections.Immutable;

namespace EdgeInfra.Engine.Programs;

/// <summary>What a program is told when it starts.</summary>
internal sealed record ProgramContext
{
    /// <summary>Always the same for file backends, as Pulumi has it.</summary>
    public const string Organization = "organization";

    public required string Project { get; init; }

    public required string Stack { get; init; }

    /// <summary>The folder of Pulumi.yaml.</summary>
    public required string RootDirectory { get; init; }

    /// <summary>The folder in which the program runs: the root, or <c>main</c> below it.</summary>
    public required string ProgramDirectory { get; init; }

    public required string MonitorAddress { get; init; }

    public required string EngineAddress { get; init; }

    public required bool DryRun { get; init; }

    /// <summary>The names of a resource type's properties; null when nobody knows.</summary>
    public Func<string, Task<ImmutableSortedSet<string>?>> PropertyNames { get; init; } = _ => Task.FromResult<ImmutableSortedSet<string>?>(null);

    /// <summary>Whether a type of that plugin version is a component that its provider constructs.</summary>
    public Func<string, string, Task<bool>> IsComponent { get; init; } = (_, _) => Task.FromResult(false);

    public int Parallel { get; init; } = 16;

    /// <summary>Every configuration value, secrets in plain text, by full key (<c>project:name</c>); objects as JSON.</summary>
    public ImmutableSortedDictionary<string, string> Config { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableSortedSet<string> ConfigSecretKeys { get; init; } = [];
}
