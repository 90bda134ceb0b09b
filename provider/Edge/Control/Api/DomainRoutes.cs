using System.Collections.Concurrent;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Whether the domains of a version lead to this edge. What the resolver has not answered in time does not.</summary>
internal sealed class DomainRoutes(ServiceRegister services, Func<string, CancellationToken, Task<bool>> leadsHere, TimeProvider clock)
{
    private const string Path = "/service/{id}/version/{number}/domain";
    private const int AtOnce = 16;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly Drafts _drafts = new(Domain.Fields);

    public IEnumerable<Route> All =>
    [
        new(Path + "/check_all", CheckAll),
        new(Path + "/{name}/check", Check),
    ];

    private async Task<Answer> CheckAll(ControlCall call, CancellationToken cancel)
    {
        var names = Version(call).Value?.Of(ObjectKind.Domain).Select(stored => stored.Name) ?? [];
        var found = await Lookup([.. names], cancel).ConfigureAwait(false);
        return services.OfVersion(call, (service, version) => Answer.Json(json => Answer.Array(
            json, version.Of(ObjectKind.Domain), stored => Write(json, service, version, stored, found))));
    }

    private async Task<Answer> Check(ControlCall call, CancellationToken cancel)
    {
        var name = Version(call).Value?.Find(ObjectKind.Domain, call.Arguments[2])?.Name;
        var found = await Lookup(name is null ? [] : [name], cancel).ConfigureAwait(false);
        return services.OfVersion(call, (service, version) => Answer.Of(
            _drafts.Existing(service, version, call.Arguments[2]), stored => Answer.Json(json => Write(json, service, version, stored, found))));
    }

    private Decided<VersionState> Version(ControlCall call) =>
        services.Find(call.Arguments[0]).Then(service => VersionRoutes.Find(service, call.Arguments[1]));

    /// <summary>Those of the names that lead here.</summary>
    private async Task<IReadOnlySet<string>> Lookup(string[] names, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        var found = new ConcurrentDictionary<string, bool>();
        try
        {
            await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = either.Token }, async (name, stop) =>
            {
                // The system's own resolver cannot always be stopped; it is not waited for then.
                found[name] = await leadsHere(name, stop).WaitAsync(stop).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The time is up.
        }

        return found.Where(pair => pair.Value).Select(pair => pair.Key).ToHashSet();
    }

    // The second item is the name the domain is an alias of; the system's resolver does not tell, so it is unknown.
    private static void Write(
        System.Text.Json.Utf8JsonWriter json, ServiceState service, VersionState version, StoredObject stored, IReadOnlySet<string> found)
    {
        json.WriteStartArray();
        VersionJson.WriteObject(json, service, version, Domain.Fields, stored);
        json.WriteNullValue();
        json.WriteBooleanValue(found.Contains(stored.Name));
        json.WriteEndArray();
    }
}
