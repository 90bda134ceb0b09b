using System.Collections.Immutable;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Execution;

/// <summary>
/// What the state will say: resources of this run in the order in which they were finished, then what it has not touched.
/// </summary>
/// <remarks>
/// States are told apart by identity, not by content: hold on to the instance that you were given. Thread-safe.
/// </remarks>
internal sealed class Journal(Snapshot start)
{
    private readonly Lock _gate = new();
    private readonly List<ResourceState> _done = [];
    private readonly List<ResourceState> _rest = [.. start.Resources];
    private readonly List<PendingOperation> _pending = [.. start.PendingOperations];
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);

    /// <summary>Grows with every change.</summary>
    public long Version { get; private set; }

    /// <summary>What this run has not registered: to be deleted, once the program has ended.</summary>
    public ImmutableArray<ResourceState> Rest
    {
        get
        {
            lock (_gate)
            {
                return [.. _rest];
            }
        }
    }

    public ImmutableArray<ResourceState> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _done, .. _rest];
            }
        }
    }

    /// <summary>The remembered resource of one of those URNs, the first one counting most; replaced ones don't count.</summary>
    public ResourceState? Remembered(IEnumerable<string> urns)
    {
        lock (_gate)
        {
            return urns.Select(urn => _rest.Find(state => state.Urn == urn && !state.Delete))
                .FirstOrDefault(state => state is not null);
        }
    }

    /// <summary>The resource of that URN as this run has left it.</summary>
    public ResourceState? Done(string urn)
    {
        lock (_gate)
        {
            return _done.Find(state => state.Urn == urn);
        }
    }

    public void Begin(PendingOperation operation) => Change(() => _pending.Add(operation));

    public void Forget(PendingOperation? operation) =>
        Change(() => _pending.RemoveAll(pending => ReferenceEquals(pending, operation)));

    /// <summary>Remembers a resource that this run is done with, in place of <paramref name="old"/>.</summary>
    public void Record(ResourceState state, ResourceState? old) => Change(() =>
    {
        _rest.RemoveAll(other => ReferenceEquals(other, old));
        _done.RemoveAll(other => other.Urn == state.Urn);
        _done.Add(state);
        if (old is not null && old.Urn != state.Urn)
        {
            _renamed[old.Urn] = state.Urn;
        }
    });

    /// <summary>Remembers a replacement; what it replaces stays, marked, until it is deleted.</summary>
    /// <remarks>Its protection has ended: a replacement is refused while the program still asks for it.</remarks>
    public void RecordReplacement(ResourceState state, ResourceState old) => Change(() =>
    {
        Swap(_rest, old, old with { Delete = true, Protect = false });
        _done.Add(state);
        if (old.Urn != state.Urn)
        {
            _renamed[old.Urn] = state.Urn;
        }
    });

    /// <summary>Puts another state in the place of one.</summary>
    public ResourceState Swap(ResourceState state, ResourceState other)
    {
        Change(() =>
        {
            Swap(_done, state, other);
            Swap(_rest, state, other);
        });
        return other;
    }

    public void Remove(ResourceState state) => Change(() => _rest.RemoveAll(other => ReferenceEquals(other, state)));

    /// <summary>Forgets what is no longer there, and every mention of it.</summary>
    public void Forget(IReadOnlyCollection<ResourceState> gone) => Change(() =>
    {
        _rest.RemoveAll(state => gone.Any(other => ReferenceEquals(other, state)));
        var known = _rest.Select(state => state.Urn).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < _rest.Count; i++)
        {
            _rest[i] = Pruned(_rest[i], known);
        }
    });

    public Snapshot Build()
    {
        lock (_gate)
        {
            return new Snapshot(SnapshotOrder.Of([.. _done.Concat(_rest).Select(Current)]), [.. _pending]);
        }
    }

    private static ResourceState Pruned(ResourceState state, HashSet<string> known) =>
        DependencyGraph.Needs(state).All(known.Contains)
        ? state
        : state with
        {
            Parent = known.Contains(state.Parent) ? state.Parent : "",
            DeletedWith = known.Contains(state.DeletedWith) ? state.DeletedWith : "",
            Dependencies = [.. state.Dependencies.Where(known.Contains)],
            PropertyDependencies = state.PropertyDependencies.ToImmutableSortedDictionary(
                entry => entry.Key, entry => entry.Value.Where(known.Contains).ToImmutableArray()),
        };

    private static void Swap(List<ResourceState> list, ResourceState state, ResourceState other)
    {
        var place = list.FindIndex(candidate => ReferenceEquals(candidate, state));
        if (place >= 0)
        {
            list[place] = other;
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            Version++;
        }
    }

    // What an alias has renamed is known by its new name to everything else, too.
    private ResourceState Current(ResourceState state) => _renamed.Count == 0 ? state : state with
    {
        Parent = Current(state.Parent),
        DeletedWith = Current(state.DeletedWith),
        Provider = ProviderReference.Parse(state.Provider) is { } provider
            ? (provider with { Urn = Current(provider.Urn) }).ToString()
            : state.Provider,
        Dependencies = [.. state.Dependencies.Select(Current)],
        PropertyDependencies = state.PropertyDependencies.ToImmutableSortedDictionary(
            entry => entry.Key, entry => entry.Value.Select(Current).ToImmutableArray()),
    };

    private string Current(string urn) => _renamed.GetValueOrDefault(urn, urn);
}
