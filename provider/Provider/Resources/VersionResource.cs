using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;
using EdgeInfra.Plugin.Diffs;
using EdgeInfra.Plugin.Versions;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Transport;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Resources;

/// <summary>The manifest of what is live for one service, and the only writer of its versions. Its id is the service's.</summary>
internal sealed class VersionResource(Connection connection, EngineLog log, Writers writers) : IResource
{
    public string Token => "edgeinfra:index:ServiceVersion";

    public CheckOutcome Check(ResourceCall call)
    {
        var manifest = ManifestReader.Read(call.News, connection.Target);
        var problems = ManifestRules.Check(manifest, manifest.Failures.Select(failure => failure.Property).ToHashSet(), connection.Target).ToLookup(
            problem => problem.Severity, problem => problem.Failure);
        return new(manifest.ToInputs(), [.. manifest.Failures, .. problems[Severity.Error]])
        {
            Warnings = [.. problems[Severity.Warning].Select(problem => problem.Reason)],
        };
    }

    public Difference Diff(ResourceCall call)
    {
        var manifest = ManifestReader.Read(call.News, connection.Target);
        var changes = MapComparison.Compare(call.OldInputs, call.News)
            .Where(change => change.Kind != ChangeKind.Delete || !manifest.OpenLists.Contains(change.Property))
            .Select(change => change with { Replaces = change.Property == "serviceId" }).ToList();
        if (call.State["active"].Bare() is V.Bool(false) && manifest.Activates)
        {
            changes.Add(new("active", ChangeKind.Update)); // someone took it off the air
        }

        // A domain belongs to one service at a time: the old one must let go first.
        return new([.. changes]) { Stables = ["serviceId"], DeleteBeforeReplace = changes.Any(change => change.Replaces) };
    }

    public async Task<(string Id, PropertyMap Outputs)> Create(ResourceCall call, CancellationToken cancel) =>
        ((call.News["serviceId"].Bare() as V.Text)?.Value ?? "", await Apply(call, cancel));

    public Task<PropertyMap> Update(ResourceCall call, CancellationToken cancel) => Apply(call, cancel);

    public async Task<LiveResource?> Read(ResourceCall call, CancellationToken cancel)
    {
        var service = await connection.Api.ReadService(call.Id, cancel);
        if (service is null)
        {
            return null;
        }

        var mode = call.OldInputs["activate"] is V.Text given ? given.Value : "always";
        var known = VersionOutputs.Number(call.State);
        var version = mode == "never" && known > 0 ? await connection.Api.ReadVersion(call.Id, known, cancel) : service.Active;
        if (version is null)
        {
            return call.OldInputs.Count > 0
                ? new(call.Id, call.State.With("active", false), call.OldInputs)
                : throw new RpcException(
                    RpcStatus.FailedPrecondition, $"service {call.Id} has no active version to import: activate one first.");
        }

        var inputs = VersionOutputs.Inputs(version.Content, mode, await new ContentReading(connection.Api, call.Id).Of(version, call.OldInputs, cancel));
        var isActive = service.Active?.Number == version.Number;
        var previous = VersionOutputs.Previous(call.State);
        return new(call.Id, VersionOutputs.Of(inputs, version.Content, new(version.Number, previous, isActive)), inputs);
    }

    public async Task Delete(ResourceCall call, CancellationToken cancel)
    {
        if (call.State["active"].Bare() is V.Bool(false) || writers.IsTakenOver(call.Id, call.Urn))
        {
            return;
        }

        if (await connection.Api.ReadService(call.Id, cancel) is { Active: { } active })
        {
            await connection.Api.DeactivateVersion(call.Id, active.Number, cancel);
        }
    }

    private async Task<PropertyMap> Apply(ResourceCall call, CancellationToken cancel)
    {
        var manifest = ManifestReader.Read(call.News, connection.Target);
        if (call.Preview)
        {
            return await new VersionPreview(connection, log).Outputs(call, manifest, cancel);
        }

        if (!manifest.Failures.IsEmpty || !manifest.Complete || manifest.ServiceId.Bare() is not V.Text(var serviceId))
        {
            throw new RpcException(RpcStatus.InvalidArgument, "the inputs have not passed Check, or parts of them are unknown");
        }

        writers.Claim(serviceId, call.Urn);
        var contents = new ContentWriter(connection.Api, serviceId, manifest.Contents, ManifestReader.Read(call.OldInputs).Contents);
        var outcome = await new VersionTransaction(connection.Api, serviceId).Run(manifest.Version, contents, manifest.Activates, cancel);
        if (outcome.Remark is { } remark)
        {
            await log.Warn(call.Urn, $"version {outcome.Number}: {remark}", cancel);
        }

        return VersionOutputs.Of(
            call.News, manifest.Version, outcome with { Previous = outcome.Previous ?? VersionOutputs.Previous(call.State) });
    }
}
