using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls about one kind of object inside a version; the same for every kind.</summary>
internal sealed class ObjectRoutes(IFieldTable table, ServiceRegister services, TimeProvider clock)
{
    private readonly Drafts _drafts = new(table);

    public IEnumerable<Route> All
    {
        get
        {
            var list = "/service/{id}/version/{number}/" + table.WirePath;
            var one = list + "/{name}";
            return
            [
                new("GET", list, List),
                new("POST", list, Create),
                new("GET", one, Get),
                new("PUT", one, Update),
                new("DELETE", one, Delete),
            ];
        }
    }

    private Answer List(ControlCall call) =>
        services.OfVersion(call, (service, version) => Answer.Json(json => VersionJson.WriteObjects(json, service, version, table)));

    private Answer Get(ControlCall call) =>
        services.OfVersion(call, (service, version) =>
            Answer.Of(_drafts.Existing(service, version, call.Arguments[2]), stored => Shown(service, version, stored)));

    private Answer Create(ControlCall call) => services.ChangeDraft(
        call,
        (_, draft) => _drafts.Create(draft, call.Form, Timestamp.Now(clock)),
        (service, version) => Shown(service, version, version.Of(table.Kind).Last()));

    private Answer Update(ControlCall call)
    {
        var place = -1; // survives a renaming
        return services.ChangeDraft(
            call,
            (service, draft) =>
            {
                place = draft.Objects.ToList().FindIndex(stored => stored.Kind == table.Kind && stored.IsNamed(call.Arguments[2]));
                return _drafts.Update(service, draft, call.Arguments[2], call.Form, Timestamp.Now(clock));
            },
            (service, version) => Shown(service, version, version.Objects[place]));
    }

    private Answer Delete(ControlCall call) => services.ChangeDraft(
        call,
        (service, draft) => _drafts.Delete(service, draft, call.Arguments[2], Timestamp.Now(clock)),
        (_, _) => Answer.Ok);

    private Answer Shown(ServiceState service, VersionState version, StoredObject stored) =>
        Answer.Json(json => VersionJson.WriteObject(json, service, version, table, stored));
}
