using System.Collections.Immutable;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol.Rpc;

namespace EdgeInfra.Engine.Execution;

/// <summary>What became of a registration.</summary>
/// <param name="State">Null when it failed or was left out.</param>
/// <param name="Stables">Outputs that are sure not to change later in this run.</param>
internal sealed record Registered(string Urn, Result Result, ResourceState? State, ImmutableArray<string> Stables)
{
    /// <summary>Of a remote component: what each output depends on.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> OutputDependencies { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    public string Problem { get; init; } = "";
}
