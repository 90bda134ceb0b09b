using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Execution.Kinds;

/// <summary>What the operations on a resource come down to: calls to its provider, configuring a plugin, or nothing.</summary>
/// <remarks>
/// Failures are <see cref="EdgeInfra.Protocol.Transport.RpcException"/> and <see cref="StepRefusedException"/>.
/// </remarks>
internal interface IResourceKind
{
    /// <summary>Whether its outputs come back with the marks of the secrets within them.</summary>
    bool KeepsSecrets { get; }

    /// <summary>The inputs as they will be stored: complete and valid. Throws with every failure.</summary>
    Task<PropertyMap> Check(Registration resource, PropertyMap olds, PropertyMap news);

    Task<DiffOutcome> Diff(ResourceState old, Registration resource, PropertyMap news);

    /// <summary>In a preview nothing is created, the id may be empty and outputs may be unknown.</summary>
    Task<(string Id, PropertyMap Outputs)> Create(ResourceState planned);

    Task<PropertyMap> Update(ResourceState old, ResourceState planned);

    /// <summary>Leaves it as it is.</summary>
    Task Keep(ResourceState state);

    /// <summary>What is really there; null when it is gone.</summary>
    Task<LiveResource?> Read(ResourceState state);

    Task Delete(ResourceState old);
}
