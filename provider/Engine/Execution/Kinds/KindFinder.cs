using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.Plugins;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Execution.Kinds;

/// <summary>Finds the operations for a resource.</summary>
internal sealed class KindFinder(ProviderRegistry registry, bool dryRun)
{
    public Task<IResourceKind> Of(ResourceState state) => Of(state.Type, state.Custom, state.Provider, state.Urn);

    public Task<IResourceKind> Of(Registration resource) => Of(resource.Type, resource.Custom, resource.Provider, resource.Urn);

    private async Task<IResourceKind> Of(string type, bool custom, string provider, string urn)
    {
        if (!custom)
        {
            return new ComponentKind();
        }

        if (Urn.IsProviderType(type))
        {
            return new ProviderKind(registry, dryRun);
        }

        var reference = ProviderReference.Parse(provider)
            ?? throw new StepRefusedException($"{urn} names '{provider}' as its provider, which is not a provider reference (urn::id)");
        return new CustomKind(await registry.Get(reference).ConfigureAwait(false), dryRun);
    }
}
