using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Finds and changes what belongs to dictionaries, ACLs or dynamic snippets: no version is needed, none is locked.</summary>
/// <param name="changed">Told the id of a service whose content was changed and stored.</param>
internal sealed class SharedContents(ServiceRegister services, ObjectKind owner, IFieldTable table, Action<string>? changed = null)
{
    public Decided<OwnedContent> Find(string service, string id) => services.Find(service).Then(state => In(state, id));

    /// <summary>All of the change or nothing: it is one document on disk.</summary>
    public Decided<OwnedContent> Change(string service, string id, Func<OwnedContent, Decided<Content>> change)
    {
        var decided = services.Change(
            service, state => In(state, id).Then(found => change(found).Then<ServiceState>(after => state.With(after))));
        if (decided.Value is not null)
        {
            changed?.Invoke(service);
        }

        return decided.Then(state => In(state, id));
    }

    private Decided<OwnedContent> In(ServiceState service, string id)
    {
        if (service.Versions.Reverse().Select(version => version.Of(owner).FirstOrDefault(stored => stored.Id == id))
            .FirstOrDefault(stored => stored is not null) is not { } found || found.Record is Snippet { Dynamic: false })
        {
            return Refusals.NoOwner(owner, id, service.Id);
        }

        var content = service.Contents.FirstOrDefault(content => content.Id == id) ?? new Content(table.Kind, id);
        return content.Damage is { } damage ? Refusals.Damaged(damage) : new OwnedContent(service, found, content);
    }
}
