using System.Collections.Concurrent;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>All services there are, and the only way to change one.</summary>
internal sealed class ServiceRegister
{
    private readonly ConcurrentDictionary<string, ServiceSlot> _slots;
    private readonly VersionStore _store;
    private readonly TimeProvider _clock;
    private readonly Lock _naming = new(); // held while a name is looked up and taken

    public ServiceRegister(VersionStore store, TimeProvider clock)
    {
        (_store, _clock) = (store, clock);
        _slots = new(store.Load().Select(state => KeyValuePair.Create(state.Id, new ServiceSlot(state, store))));
    }

    /// <summary>Every service that is not deleted, oldest first.</summary>
    public IEnumerable<ServiceState> All => _slots.Values
        .Select(slot => slot.State)
        .Where(service => service.Deleted is null)
        .OrderBy(service => service.Created).ThenBy(service => service.Id, StringComparer.Ordinal);

    public Decided<ServiceState> Find(string id) =>
        _slots.TryGetValue(id, out var slot) && slot.State is { Deleted: null } state ? state : Refusals.NoService();

    public Decided<ServiceState> Create(Service declared)
    {
        lock (_naming)
        {
            if (IsTaken(declared.Name))
            {
                return Refusals.Duplicate(Service.Fields.WirePath, declared.Name);
            }

            var now = Timestamp.Now(_clock);
            var created = new ServiceState(ServiceId.New(), declared, now, now) { Versions = [new VersionState(1, now, now)] };
            _store.Save(null, created);
            _slots[created.Id] = new ServiceSlot(created, _store);
            return created;
        }
    }

    /// <summary>Changes a service's own fields; not its versions.</summary>
    public Decided<ServiceState> Declare(string id, Func<Service, Decided<Service>> declare)
    {
        lock (_naming)
        {
            return Change(id, service => declare(service.Declared).Then<ServiceState>(declared =>
                declared.Name != service.Declared.Name && IsTaken(declared.Name)
                    ? Refusals.Duplicate(Service.Fields.WirePath, declared.Name)
                    : service with { Declared = declared, Updated = Timestamp.Now(_clock) }));
        }
    }

    public Decided<ServiceState> Change(string id, Func<ServiceState, Decided<ServiceState>> decide) =>
        _slots.TryGetValue(id, out var slot)
            ? slot.Change(service => service.Deleted is null ? decide(service) : Refusals.NoService())
            : Refusals.NoService();

    public Decided<ServiceState> Delete(string id)
    {
        if (!_slots.TryGetValue(id, out var slot))
        {
            return Refusals.NoService();
        }

        var before = slot.State;
        var decided = slot.Change(service =>
        {
            before = service;
            return service.Deleted is not null ? Refusals.DeletedService(id)
                : service.Active is not null ? Refusals.ServiceIsActive()
                : service with { Deleted = Timestamp.Now(_clock), Versions = [], Contents = [] };
        });
        if (decided.Value is not null)
        {
            _store.DropVersions(before);
        }

        return decided;
    }

    private bool IsTaken(string name) =>
        _slots.Values.Any(slot => slot.State is { Deleted: null } service && service.Declared.Name == name);
}
