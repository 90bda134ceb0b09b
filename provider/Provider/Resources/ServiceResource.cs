using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;
using EdgeInfra.Plugin.Diffs;
using EdgeInfra.Plugin.Records;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Transport;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Resources;

/// <summary>A service in the control API. What it serves is up to its ServiceVersion.</summary>
internal sealed class ServiceResource(Connection connection) : IResource
{
    private const string ForceDestroy = "forceDestroy";

    public string Token => "edgeinfra:index:Service";

    public CheckOutcome Check(ResourceCall call)
    {
        var failures = new List<Failure>();
        var force = ReadForce(call.News[ForceDestroy], failures);
        var named = Named(call, failures);
        var declared = DeclarationReader.Read(Service.Fields, named.Without(ForceDestroy));
        var told = failures.Select(failure => failure.Property).ToHashSet();
        failures.AddRange(declared.Failures.Where(failure => !told.Contains(failure.Property))
            .Select(failure => failure with { Reason = $"{failure}{HintForce(failure)}" }));
        return new(declared.ToMap().With(ForceDestroy, force), [.. failures]);
    }

    public Difference Diff(ResourceCall call)
    {
        var changes = MapComparison.Compare(call.OldInputs, call.News)
            .Select(change => change with { Replaces = Service.Fields.Find(change.Path)?.Replaces ?? false });
        return new([.. changes]) { Stables = ["type"] };
    }

    public async Task<(string Id, PropertyMap Outputs)> Create(ResourceCall call, CancellationToken cancel) =>
        (call.Preview ? "" : await connection.Api.CreateService(Record(call.News), cancel), call.News);

    public async Task<PropertyMap> Update(ResourceCall call, CancellationToken cancel)
    {
        var (before, after) = (Record(call.OldInputs), Record(call.News));
        if (!call.Preview && before != after)
        {
            await connection.Api.UpdateService(call.Id, before, after, cancel);
        }

        return call.News;
    }

    public async Task<LiveResource?> Read(ResourceCall call, CancellationToken cancel)
    {
        if (await connection.Api.ReadService(call.Id, cancel) is not { } live)
        {
            return null;
        }

        var secret = DeclarationReader.Read(Service.Fields, call.OldInputs.Without(ForceDestroy)).Secret;
        var inputs = new Declared(Service.Fields, live.Service) { Secret = secret }.ToMap()
            .With(ForceDestroy, call.OldInputs[ForceDestroy].Bare() is V.Bool(true));
        return new(call.Id, inputs, inputs);
    }

    public async Task Delete(ResourceCall call, CancellationToken cancel)
    {
        if (await connection.Api.ReadService(call.Id, cancel) is not { } live)
        {
            return;
        }

        if (live.Active is { Number: var active })
        {
            if (call.State[ForceDestroy].Bare() is not V.Bool(true))
            {
                throw new RpcException(RpcStatus.FailedPrecondition, $"service \"{live.Service.Name}\" still serves its version {active}: "
                    + "destroy its ServiceVersion first, or set forceDestroy to true and update before deleting.");
            }

            await connection.Api.DeactivateVersion(call.Id, active, cancel);
        }

        await connection.Api.DeleteService(call.Id, cancel);
    }

    private static Service Record(PropertyMap inputs) =>
        (Service)DeclarationReader.Read(Service.Fields, inputs.Without(ForceDestroy)).Record;

    private static PropertyMap Named(ResourceCall call, List<Failure> failures)
    {
        if (call.News["name"] is not V.Null)
        {
            return call.News;
        }

        if (call.Naming.NameFor(call.Name, (call.OldInputs["name"].Bare() as V.Text)?.Value) is { } name)
        {
            return call.News.With("name", name);
        }

        failures.Add(new("name", "name is required, because automatic names are switched off for this stack: give it a value."));
        return call.News;
    }

    private static V ReadForce(V given, List<Failure> failures)
    {
        switch (given.Bare())
        {
            case V.Null:
                return false;
            case V.Bool or V.Unknown:
                return given;
            case V.Text("true" or "false") text: // configuration values are always text
                return text.Value == "true";
            default:
                failures.Add(new(ForceDestroy, "forceDestroy must be true or false."));
                return false;
        }
    }

    // The table does not know of forceDestroy, so it cannot suggest it.
    private static string HintForce(Failure failure) =>
        Service.Fields.Find(failure.Property) is null && Nearest.To(failure.Property, [ForceDestroy]) is not null
            ? $" Did you mean \"{ForceDestroy}\"?"
            : "";
}
