using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;

namespace EdgeInfra.Plugin.Import;

/// <summary>From a live service to a program that takes it over as it is.</summary>
internal static class ServiceImport
{
    public static async Task<Imported> Read(ImportRequest request, Connection connection, CancellationToken cancel)
    {
        var api = connection.Api;
        if (await api.ReadService(request.Id, cancel) is not { } service)
        {
            return Imported.Failed(request.Id, [ImportProblems.NoSuchService(request.Id, api.Endpoint)]);
        }

        var live = service.Active is not null;
        var content = Declared((service.Active ?? service.Newest)?.Content ?? new ServiceVersion());
        var number = content.Number;
        var isEmpty = content.Backends.Count == 0;
        var origin = live || !isEmpty
            ? FormattableString.Invariant($"Version {number} of the service {service.Service.Name} ({request.Id}).")
            : $"The service {service.Service.Name} ({request.Id}).";
        var (plan, said) = VersionPlan.Whole(origin, content, service.Service, request.Id, live);
        Problem[] notLive = live ? [] : [ImportProblems.NothingLive(request.Id, isEmpty ? 0 : number)];
        return new(plan, service.Service.Name, [.. notLive, .. said]) { Endpoint = api.Endpoint };
    }

    // What policies were written as belongs to them: a program that declared it would have it twice.
    private static ServiceVersion Declared(ServiceVersion live) => live with
    {
        Snippets = live.Snippets.Where(snippet => !FastlyPolicies.IsMade(snippet)).ToValueList(),
        Dictionaries = live.Dictionaries.Where(table => !FastlyPolicies.IsMade(table)).ToValueList(),
    };
}
