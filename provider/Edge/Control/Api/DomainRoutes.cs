using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Whether the domains of a version lead to this edge.</summary>
internal sealed class DomainRoutes(ServiceRegister services, Func<string, bool> leadsHere)
{
    private const string Path = "/service/{id}/version/{number}/domain";

    private readonly Drafts _drafts = new(Domain.Fields);

    public IEnumerable<Route> All =>
    [
        new("GET", Path + "/check_all", call => services.OfVersion(call, (service, version) => Answer.Json(json =>
            Answer.Array(json, version.Of(ObjectKind.Domain), stored => Write(json, service, version, stored))))),
        new("GET", Path + "/{name}/check", call => services.OfVersion(call, (service, version) => Answer.Of(
            _drafts.Existing(service, version, call.Arguments[2]), stored => Answer.Json(json => Write(json, service, version, stored))))),
    ];

    // The second item is the name the domain is an alias of; the system's resolver does not tell, so it is unknown.
    private void Write(Utf8JsonWriter json, ServiceState service, VersionState version, StoredObject stored)
    {
        json.WriteStartArray();
        VersionJson.WriteObject(json, service, version, Domain.Fields, stored);
        json.WriteNullValue();
        json.WriteBooleanValue(leadsHere(stored.Name));
        json.WriteEndArray();
    }
}
