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
            Warnings = [.. problems[Severity.Warning].Select(problem => problem.Reason), .. Waiting(manifest)],
        };
    }

    public Difference Diff(ResourceCall call) => VersionDiff.Of(call, ManifestReader.Read(call.News, connection.Target));

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

        var old = ManifestReader.Read(call.OldInputs, connection.Target);
        var known = VersionOutputs.Number(call.State);
        var version = !old.Activates && known > 0 ? await connection.Api.ReadVersion(call.Id, known, cancel) : service.Active;
        if (version is null)
        {
            return call.OldInputs.Count > 0
                ? new(call.Id, call.State.With("active", false).With("staged", false), call.OldInputs)
                : throw new RpcException(
                    RpcStatus.FailedPrecondition, $"service {call.Id} has no active version to import: activate one first.");
        }

        var content = Sent.Back(UntoldKeys.Filled(version.Content, old.Version), old.Version, connection.Target);
        var inputs = old.Pin is V.Null
            ? VersionOutputs.Inputs(content, await new ContentReading(connection.Api, call.Id).Of(version, old, cancel))
            : call.OldInputs.With("pin", version.Number); // what is declared waits, and is compared with nothing
        var outcome = new Activated(version.Number, VersionOutputs.Previous(call.State), service.Active?.Number == version.Number) { Staged = version.Staged };
        return new(call.Id, VersionOutputs.Of(call.Urn, inputs, content, outcome), inputs);
    }

    public async Task Delete(ResourceCall call, CancellationToken cancel)
    {
        if (writers.IsTakenOver(call.Id, call.Urn))
        {
            return;
        }

        if (call.State["staged"].Bare() is V.Bool(true))
        {
            await Unstage(call.Id, VersionOutputs.Number(call.State), cancel);
        }
        else if (call.State["active"].Bare() is not V.Bool(false) && await connection.Api.ReadService(call.Id, cancel) is { Active: { } active })
        {
            await connection.Api.DeactivateVersion(call.Id, active.Number, cancel);
        }
    }

    private async Task Unstage(string id, int number, CancellationToken cancel)
    {
        if (await connection.Api.ReadVersion(id, number, cancel) is { Staged: true })
        {
            await connection.Api.UnstageVersion(id, number, cancel);
        }
    }

    private static IEnumerable<string> Waiting(Manifest manifest) => manifest.Pin.Bare() is V.Null ? []
        : [$"pin {(manifest.Pin.Bare() is V.Number(var number) ? $"{number} " : "")}keeps that version live: whatever else is declared waits, compared with nothing, until pin is removed."];

    private async Task<PropertyMap> Apply(ResourceCall call, CancellationToken cancel)
    {
        var manifest = ManifestReader.Read(call.News, connection.Target);
        if (call.Preview)
        {
            return await new VersionPreview(connection, log).Outputs(call, manifest, cancel);
        }

        var isPinned = manifest.Pin.Bare() is not V.Null;
        if (!manifest.Failures.IsEmpty || (!isPinned && !manifest.Complete) || manifest.Pin.HasUnknown() || manifest.ServiceId.Bare() is not V.Text(var serviceId))
        {
            throw new RpcException(RpcStatus.InvalidArgument, "the inputs have not passed Check, or parts of them are unknown");
        }

        writers.Claim(serviceId, call.Urn);
        var (content, outcome) = manifest.Pin.Bare() is V.Number(var pin)
            ? await new Pinning(connection.Api, serviceId).Run((int)pin, preview: false, cancel)
            : (manifest.Version, await VersionTransaction.For(connection.Target, connection.Api, serviceId, manifest, call).Run(cancel));
        if (outcome.Remark is { } remark)
        {
            await log.Warn(call.Urn, $"version {outcome.Number}: {remark}", cancel);
        }

        return VersionOutputs.Of(call.Urn, call.News, content, outcome with { Previous = outcome.Previous ?? VersionOutputs.Previous(call.State) });
    }
}
