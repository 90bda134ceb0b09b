using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Execution;

/// <summary>Which registration continues which remembered resource.</summary>
internal sealed class Claims(Journal journal)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _claimedBy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> _beingDeleted = new(StringComparer.Ordinal);

    /// <summary>The remembered resource that this one continues, or null.</summary>
    /// <remarks>Waits while that resource is being deleted because another one is replaced.</remarks>
    /// <exception cref="StepRefusedException">Another registration continues it already.</exception>
    public async Task<ResourceState?> Claim(Registration resource)
    {
        while (true)
        {
            Task? deletion;
            lock (_gate)
            {
                var old = journal.Remembered([resource.Urn, .. resource.Aliases]);
                if (old is null || !_beingDeleted.TryGetValue(old.Urn, out deletion))
                {
                    return Take(resource, old);
                }
            }

            await deletion.ConfigureAwait(false);
        }
    }

    public bool IsClaimed(string urn)
    {
        lock (_gate)
        {
            return _claimedBy.ContainsKey(urn);
        }
    }

    /// <summary>Takes a resource away from registrations to come until <paramref name="deletion"/> has ended.</summary>
    /// <returns>False when it has been registered already.</returns>
    public bool Withhold(ResourceState old, Task deletion)
    {
        lock (_gate)
        {
            return !_claimedBy.ContainsKey(old.Urn) && _beingDeleted.TryAdd(old.Urn, deletion);
        }
    }

    public void GiveBack(IEnumerable<ResourceState> states)
    {
        lock (_gate)
        {
            foreach (var state in states)
            {
                _beingDeleted.Remove(state.Urn);
            }
        }
    }

    private ResourceState? Take(Registration resource, ResourceState? old)
    {
        if (old is not null && !_claimedBy.TryAdd(old.Urn, resource.Urn))
        {
            throw new StepRefusedException(
                $"it continues {old.Urn}, which {_claimedBy[old.Urn]} continues already; of two resources only one can have the alias");
        }

        return old;
    }
}
