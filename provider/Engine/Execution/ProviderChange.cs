using System.Collections.Concurrent;
using EdgeInfra.Engine.Execution.Kinds;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Execution;

/// <summary>Whether another provider than before means another resource.</summary>
internal sealed class ProviderChange(Journal journal, KindFinder kinds)
{
    private readonly ConcurrentDictionary<(ProviderReference Before, ProviderReference After), Lazy<Task<bool>>> _asked = new();

    public async Task<bool> ForcesReplacement(Registration resource, ResourceState old)
    {
        if (old.Provider == resource.Provider
            || ProviderReference.Parse(old.Provider) is not { } before
            || ProviderReference.Parse(resource.Provider) is not { } after
            || (Urn.IsDefaultProvider(before.Urn) && Urn.IsDefaultProvider(after.Urn)))
        {
            return false;
        }

        return await _asked.GetOrAdd((before, after), _ => new Lazy<Task<bool>>(() => Ask(before, after))).Value.ConfigureAwait(false);
    }

    private async Task<bool> Ask(ProviderReference before, ProviderReference after)
    {
        var states = journal.All;
        var oldProvider = states.FirstOrDefault(state => state.Urn == before.Urn && state.Id == before.Id);
        var newProvider = journal.Done(after.Urn);
        if (oldProvider is null || newProvider is null)
        {
            return true; // Nothing is known of one of them: the safe assumption, and Pulumi's.
        }

        var provider = Asked(newProvider);
        var kind = await kinds.Of(provider).ConfigureAwait(false);
        return (await kind.Diff(oldProvider, provider, newProvider.Inputs).ConfigureAwait(false)).Replaces;
    }

    private static Registration Asked(ResourceState provider) => new()
    {
        Type = provider.Type,
        Name = Urn.Name(provider.Urn),
        Urn = provider.Urn,
        Custom = true,
        Inputs = provider.Inputs,
    };
}
