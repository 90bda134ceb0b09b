using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls about services as such; none of them makes a version, but the first comes with a new service.</summary>
internal sealed class ServiceRoutes(ServiceRegister services)
{
    public IEnumerable<Route> All =>
    [
        new("GET", "/service", List) { Takes = new() { Query = ["page", "per_page", "sort", "direction"] } },
        new("POST", "/service", Create),
        new("GET", "/service/search", Search) { Takes = new() { Query = ["name"] } },
        new("GET", "/service/{id}", call => Answer.Of(services.Find(call.Arguments[0]), ServiceJson.One)),
        new("PUT", "/service/{id}", Update),
        new("DELETE", "/service/{id}", call => Answer.Of(services.Delete(call.Arguments[0]), _ => Answer.Ok)),
        new("GET", "/service/{id}/details", call => Answer.Of(services.Find(call.Arguments[0]), service => Details(call, service)))
        {
            Takes = new() { Query = ["version", "filter[versions.active]", "filter[versions.staged]"] },
        },
        new("GET", "/service/{id}/domain", call => Answer.Of(services.Find(call.Arguments[0]), Domains)),
    ];

    private Answer List(ControlCall call)
    {
        var seen = services.All.Where(service => call.Caller.Sees(service.Id));
        IReadOnlyList<ServiceState> sorted = call.Query("sort") switch
        {
            "name" => [.. seen.OrderBy(service => service.Declared.Name, StringComparer.Ordinal)],
            "updated" => [.. seen.OrderBy(service => service.Updated)],
            _ => [.. seen], // "created", and what Fastly does with a word it does not know
        };
        return Paging.Of(call, sorted, ServiceJson.WriteListed);
    }

    private Answer Create(ControlCall call) =>
        Answer.Of(Checked(Service.Fields.ReadForm(call.Form)).Then(services.Create), ServiceJson.One);

    private Answer Search(ControlCall call) =>
        services.All.FirstOrDefault(service => service.Declared.Name == call.Query("name") && call.Caller.Sees(service.Id)) is { } found
            ? ServiceJson.Found(found)
            : Answer.Of(Refusals.NoService());

    private Answer Update(ControlCall call) => Answer.Of(
        services.Declare(call.Arguments[0], declared => Checked(Service.Fields.ApplyForm(declared, call.Form)).Then<Service>(changed =>
            changed.Type == declared.Type
                ? changed
                : Refusals.BadRequest($"type is \"{declared.Type}\" and cannot be changed: create another service."))),
        ServiceJson.One);

    private static Answer Details(ControlCall call, ServiceState service)
    {
        if (call.Query("version") is { } wanted)
        {
            return Answer.Of(VersionRoutes.Find(service, wanted), version => ServiceJson.Details(service, service.Versions, version));
        }

        if (call.Query("filter[versions.staged]") == "true")
        {
            var staged = service.Versions.FirstOrDefault(version => version.Number == service.Staged);
            return ServiceJson.Details(service, staged is null ? [] : [staged], staged);
        }

        var listed = call.Query("filter[versions.active]") == "true"
            ? service.Versions.Where(version => version.Number == service.Active)
            : service.Versions;
        return ServiceJson.Details(service, listed, ServiceJson.Current(service));
    }

    private static Answer Domains(ServiceState service) =>
        Answer.Json(json => VersionJson.WriteObjects(json, service, ServiceJson.Current(service), Domain.Fields));

    private static Decided<Service> Checked(Reading<Service> reading)
    {
        var failures = reading.Failures.Concat(Service.Fields.Check(reading.Record)).Select(failure => failure.ToString()).ToList();
        return failures.Count == 0 ? reading.Record : Refusals.Invalid(failures);
    }
}
