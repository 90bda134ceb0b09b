namespace EdgeInfra.Edge.Control;

/// <summary>Holds the present state of one service. Reading never waits; changes wait for each other, and for the disk.</summary>
internal sealed class ServiceSlot(ServiceState initial, VersionStore store)
{
    private readonly Lock _changing = new();
    private volatile ServiceState _state = initial;

    public ServiceState State => _state;

    /// <summary>Decides on the latest state; what was decided is seen by others only once it is stored.</summary>
    public Decided<ServiceState> Change(Func<ServiceState, Decided<ServiceState>> decide)
    {
        lock (_changing)
        {
            var before = _state;
            var decided = decide(before);
            if (decided.Value is { } after && !ReferenceEquals(after, before))
            {
                store.Save(before, after);
                _state = after;
            }

            return decided;
        }
    }
}
