using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Protocol;

namespace EdgeInfra.Plugin.Components;

/// <summary>What a component comes to. One with failures is not to be built.</summary>
internal interface IPlan
{
    /// <summary>With Pulumi paths and whole sentences.</summary>
    ImmutableArray<Failure> Failures { get; }

    ImmutableArray<string> Warnings { get; }

    /// <summary>Registers the children; what comes back are the component's outputs.</summary>
    Task<ImmutableArray<ComponentOutput>> Build(Construction construction);
}
