using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls about files of VCL beyond what every kind has: which one is the program, and their plain text.</summary>
internal sealed class VclFileRoutes(ServiceRegister services, TimeProvider clock)
{
    private const string One = "/service/{id}/version/{number}/vcl/{name}";

    private readonly Drafts _drafts = new(VclFile.Fields);

    public IEnumerable<Route> All =>
    [
        new("PUT", One + "/main", call => services.ChangeDraft(
            call,
            (service, draft) => _drafts.Update(service, draft, call.Arguments[2], [new("main", "1")], Timestamp.Now(clock)),
            (service, draft) => Answer.Json(json => VersionJson.WriteObject(
                json, service, draft, VclFile.Fields, draft.Find(ObjectKind.Vcl, call.Arguments[2])!)))),
        new("GET", One + "/download", call => services.OfVersion(call, (service, version) => Answer.Of(
            _drafts.Existing(service, version, call.Arguments[2]), stored => Answer.Text(((VclFile)stored.Record).Content)))),
    ];
}
