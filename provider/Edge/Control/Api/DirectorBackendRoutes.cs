using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls that put a backend into a director, or take it out.</summary>
internal sealed class DirectorBackendRoutes(ServiceRegister services, TimeProvider clock)
{
    private const string Path = "/service/{id}/version/{number}/director/{director}/backend/{backend}";

    public IEnumerable<Route> All =>
    [
        new("GET", Path, call => services.OfVersion(call, (service, version) =>
            Answer.Of(Member(call, service, version), director => Shown(call, service, version, director)))),
        new("POST", Path, call => services.ChangeDraft(call, (service, draft) => Add(call, service, draft), (service, draft) =>
            Shown(call, service, draft, draft.Find(ObjectKind.Director, call.Arguments[2])!))),
        new("DELETE", Path, call => services.ChangeDraft(call, (service, draft) => Remove(call, service, draft), (_, _) => Answer.Ok)),
    ];

    private Decided<VersionState> Add(ControlCall call, ServiceState service, VersionState draft)
    {
        var (director, backend) = (call.Arguments[2], call.Arguments[3]);
        return draft.Find(ObjectKind.Director, director) is not { Record: Director record } stored
                ? Refusals.NoObject(ObjectKind.Director, director, service.Id, draft.Number)
            : draft.Find(ObjectKind.Backend, backend) is null
                ? Refusals.NoObject(ObjectKind.Backend, backend, service.Id, draft.Number)
            : record.Backends.Contains(backend)
                ? Refusals.Duplicate("director_backend", backend)
            : With(draft, stored, record with { Backends = [.. record.Backends, backend] });
    }

    private Decided<VersionState> Remove(ControlCall call, ServiceState service, VersionState draft) =>
        Member(call, service, draft).Then<VersionState>(stored =>
        {
            var record = (Director)stored.Record;
            return With(draft, stored, record with { Backends = record.Backends.Where(name => name != call.Arguments[3]).ToValueList() });
        });

    private VersionState With(VersionState draft, StoredObject stored, Director record)
    {
        var now = Timestamp.Now(clock);
        var changed = stored with { Record = record, Updated = now };
        return draft with { Objects = draft.Objects.Select(one => ReferenceEquals(one, stored) ? changed : one).ToValueList(), Updated = now };
    }

    private static Decided<StoredObject> Member(ControlCall call, ServiceState service, VersionState version) =>
        version.Find(ObjectKind.Director, call.Arguments[2]) is { Record: Director record } stored && record.Backends.Contains(call.Arguments[3])
            ? stored
            : Refusals.NoMember(call.Arguments[2], call.Arguments[3], service.Id, version.Number);

    private static Answer Shown(ControlCall call, ServiceState service, VersionState version, StoredObject director) =>
        Answer.Json(json => Answer.Object(json, () =>
        {
            json.WriteString("service_id", service.Id);
            json.WriteNumber("version", version.Number);
            json.WriteString("director_name", director.Name);
            json.WriteString("backend_name", call.Arguments[3]);
            VersionJson.Times(json, director.Updated, director.Updated);
        }));
}
