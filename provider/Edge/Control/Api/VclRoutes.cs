using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls about the VCL that a version comes out as. Drafts have it too, valid or not.</summary>
internal sealed class VclRoutes(ServiceRegister services)
{
    private const string Generated = "/service/{id}/version/{number}/generated_vcl";

    public IEnumerable<Route> All =>
    [
        new("GET", Generated, call => OfWhole(call, Described)),
        new("GET", Generated + "/content", call => OfWhole(call, (service, version) => Answer.Text(TextOf(service, version)))),
        new("GET", "/service/{id}/version/{number}/boilerplate", call => OfOne(call, (_, _) => Answer.Text(VclBoilerplate.Text))),
    ];

    private Answer OfOne(ControlCall call, Func<ServiceState, VersionState, Answer> answer) => Answer.Of(
        services.Find(call.Arguments[0]),
        service => Answer.Of(VersionRoutes.Find(service, call.Arguments[1]), version => answer(service, version)));

    private Answer OfWhole(ControlCall call, Func<ServiceState, VersionState, Answer> answer) => OfOne(call, (service, version) =>
        service.DamageOf(version).FirstOrDefault() is { } damage ? Answer.Of(Refusals.Damaged($"{damage}")) : answer(service, version));

    private static Answer Described(ServiceState service, VersionState version) => Answer.Json(json => Answer.Object(json, () =>
    {
        json.WriteString("name", "generated");
        json.WriteString("content", TextOf(service, version));
        json.WriteBoolean("main", true);
        json.WriteString("service_id", service.Id);
        json.WriteNumber("version", version.Number);
        VersionJson.Times(json, version.Created, version.Updated);
    }));

    private static string TextOf(ServiceState service, VersionState version) =>
        FastlyVcl.Of(service.WithSnippets(version, version.ToVersion(service.Id)), service.ContentsOf(version));
}
