using System.Collections.Immutable;
using EdgeInfra.Engine.Programs;

namespace EdgeInfra.Engine.Execution;

/// <summary>What a deployment is asked to do, beside the program and the state it starts from.</summary>
internal sealed record DeploymentOptions
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    public required string RootDirectory { get; init; }

    public required string ProgramDirectory { get; init; }

    public required bool DryRun { get; init; }

    /// <summary>Steps that may run at one time. Pulumi's default is four a core.</summary>
    public int Parallel { get; init; } = 4 * Environment.ProcessorCount;

    /// <summary>Go on with what does not depend on a failed step.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Refresh everything before planning.</summary>
    public bool Refresh { get; init; }

    /// <summary>URNs to which the operation is limited; empty means all.</summary>
    public ImmutableSortedSet<string> Targets { get; init; } = [];

    /// <summary>As in <see cref="ProgramContext.Config"/>: default providers take their inputs from it.</summary>
    public ImmutableSortedDictionary<string, string> Config { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableSortedSet<string> ConfigSecretKeys { get; init; } = [];
}
