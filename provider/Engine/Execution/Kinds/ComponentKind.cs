using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Execution.Kinds;

/// <summary>A component: it groups others and is itself nothing in the world.</summary>
internal sealed class ComponentKind : IResourceKind
{
    public bool KeepsSecrets => true;

    public Task<PropertyMap> Check(Registration resource, PropertyMap olds, PropertyMap news) => Task.FromResult(news);

    public Task<DiffOutcome> Diff(ResourceState old, Registration resource, PropertyMap news) =>
        Task.FromResult(DiffOutcome.Structural(old.Inputs, news));

    public Task<(string Id, PropertyMap Outputs)> Create(ResourceState planned) => Task.FromResult(("", PropertyMap.Empty));

    public Task<PropertyMap> Update(ResourceState old, ResourceState planned) => Task.FromResult(old.Outputs);

    public Task Keep(ResourceState state) => Task.CompletedTask;

    public Task<LiveResource?> Read(ResourceState state) =>
        Task.FromResult<LiveResource?>(new LiveResource("", state.Inputs, state.Outputs));

    public Task Delete(ResourceState old) => Task.CompletedTask;
}
