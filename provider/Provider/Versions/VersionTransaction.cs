using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Plugin.Versions;

/// <summary>
/// Makes live or stages what a manifest wants: read once, compare by name, write only the difference into a draft, validate,
/// activate. Until the activation nothing live changes, and a failure says so.
/// </summary>
internal sealed class VersionTransaction
{
    private readonly ControlApi _api;
    private readonly string _serviceId;
    private readonly Manifest _wanted;
    private readonly ServiceVersion _before, _version;
    private readonly int _known;
    private readonly ContentWriter _contents;

    private VersionTransaction(ControlApi api, string serviceId, Manifest wanted, Sent sent, Sent before, int known)
    {
        (_api, _serviceId, _wanted, _version, _before, _known) = (api, serviceId, wanted, sent.Version, before.Version, known);
        _contents = new ContentWriter(api, serviceId, sent.Contents, before.Contents);
    }

    public static VersionTransaction For(Target target, ControlApi api, string serviceId, Manifest wanted, ResourceCall call) =>
        new(api, serviceId, wanted, Sent.Of(wanted, target), Sent.Of(ManifestReader.Read(call.OldInputs), target), VersionOutputs.Number(call.State));

    public async Task<Activated> Run(CancellationToken cancel)
    {
        var service = await Service(cancel);
        if (service.Active is { } active && Difference(service.Active).IsEmpty)
        {
            return await Settle(service, [], new(active.Number, null, Active: true), cancel);
        }

        RequireWhatStagingNeeds(service);
        var staged = await StagedAlready(service, cancel);
        var (draft, created) = staged is null ? await Draft(service, cancel) : (staged.Number, []);
        var live = service.Active?.Number ?? 0;
        return await Settle(service, created, _wanted.Goes switch
        {
            Going.Live => new(draft, live, Active: true, await Switch(service, draft, _api.ActivateVersion)),
            Going.Staged when staged is not null => new(draft, null, Active: false) { Staged = true },
            Going.Staged => new(draft, live, Active: false, await Switch(service, draft, _api.StageVersion)) { Staged = true },
            _ => new(draft, live, Active: false),
        }, cancel);
    }

    /// <summary>What a run would end with, asked without changing anything.</summary>
    public async Task<Activated> Predict(CancellationToken cancel)
    {
        var service = await Service(cancel);
        if (service.Active is { } active && Difference(service.Active).IsEmpty)
        {
            return new(active.Number, null, Active: true);
        }

        RequireWhatStagingNeeds(service);
        var (live, isStaged) = (service.Active?.Number ?? 0, _wanted.Goes == Going.Staged);
        return await StagedAlready(service, cancel) is { } staged
            ? new(staged.Number, isStaged ? null : live, !isStaged) { Staged = isStaged }
            : new(Reusable(service)?.Number ?? service.Highest + 1, live, _wanted.Activates) { Staged = isStaged };
    }

    public static RpcException NoService(ControlApi api, string serviceId) => new(RpcStatus.NotFound,
        $"serviceId: there is no service {serviceId} at {api.Endpoint}; refresh the stack if it was deleted elsewhere.");

    private async Task<(int Number, Dictionary<(ObjectKind, string), string> Created)> Draft(LiveService service, CancellationToken cancel)
    {
        var draft = await OpenDraft(service, cancel);
        try
        {
            var writer = new DraftWriter(_api, _serviceId, draft);
            await writer.Write(Difference(service.Active), cancel);
            await _contents.FillNew(writer.Created, cancel);
            await Validate(draft, cancel);
            return (draft, writer.Created);
        }
        catch (Exception failure) when (failure is ControlException or OperationCanceledException)
        {
            throw Failed(service, draft, failure);
        }
    }

    private async Task<Activated> Settle(
        LiveService service, Dictionary<(ObjectKind, string), string> created, Activated outcome, CancellationToken cancel)
    {
        if (!_wanted.Activates)
        {
            string?[] remarks = [outcome.Remark, _contents.RemarkWithoutActivation(service.Active, created)];
            return outcome with { Remark = remarks.Any(remark => remark is not null) ? string.Join("; ", remarks.OfType<string>()) : null };
        }

        if (service.Active is { } shared)
        {
            await _contents.ChangeLive(shared, created, cancel);
        }

        return outcome;
    }

    private VersionDifference Difference(LiveVersion? with) => VersionDifference.Between(
        with is null ? new ServiceVersion() : UntoldKeys.Filled(with.Content, _before), _version);

    // What was staged goes live as it was seen there. Not so with contents of its own, which would have to be compared first.
    private async Task<LiveVersion?> StagedAlready(LiveService service, CancellationToken cancel) =>
        _wanted.Goes != Going.Drafted && _known > 0 && _known <= service.Highest && service.Active is { } active && active.Number != _known
        && _contents.BelongTo(active) && await _api.ReadVersion(_serviceId, _known, cancel) is { Staged: true } staged
        && Difference(staged).IsEmpty
            ? staged
            : null;

    private void RequireWhatStagingNeeds(LiveService service)
    {
        if (_wanted.Goes == Going.Staged && service.Active is null)
        {
            throw new RpcException(RpcStatus.FailedPrecondition,
                $"activate is stageOnly, but service \"{service.Service.Name}\" has no live version yet, and staging stands beside one: bring its first version up with always.");
        }
    }

    // A new service comes with an empty first version; anything else unlocked may be someone's work.
    private static LiveVersion? Reusable(LiveService service) =>
        service is { Active: null, Newest: { Locked: false, IsEmpty: true } newest } ? newest : null;

    private RpcException Failed(LiveService service, int draft, Exception failure)
    {
        var status = failure is ControlException refused ? refused.RpcStatus : RpcStatus.Cancelled;
        var reason = failure is ControlException ? failure.Message : "the operation was cancelled.";
        var live = service.Active is { } active ? $"version {active.Number} stays live, unchanged" : "nothing is live, as before";
        return new RpcException(status, $"draft {draft} of service \"{service.Service.Name}\" was not {(_wanted.Goes == Going.Staged ? "staged" : "activated")}: {reason} "
            + $"Meanwhile {live}; the draft is left for inspection, and the next run begins a new one.");
    }

    private async Task<LiveService> Service(CancellationToken cancel) =>
        await _api.ReadService(_serviceId, cancel) ?? throw NoService(_api, _serviceId);

    private async Task<int> OpenDraft(LiveService service, CancellationToken cancel) =>
        service.Active is { } active ? await _api.CloneVersion(_serviceId, active.Number, cancel)
        : Reusable(service)?.Number ?? await _api.CreateVersion(_serviceId, cancel);

    private async Task Validate(int draft, CancellationToken cancel)
    {
        if (await _api.ValidateVersion(_serviceId, draft, cancel) is { } objection)
        {
            throw new ControlException($"validating version {draft}: the control API says {objection}", 422);
        }
    }

    // Not cancelled once it is sent: half an activation would leave nobody knowing what is live.
    private async Task<string?> Switch(LiveService service, int draft, Func<string, int, CancellationToken, Task<string?>> on)
    {
        try
        {
            return await on(_serviceId, draft, CancellationToken.None);
        }
        catch (ControlException refused)
        {
            if (refused.Status is null && await IsOn(draft))
            {
                return null; // only the answer was lost
            }

            throw Failed(service, draft, refused);
        }
    }

    private async Task<bool> IsOn(int draft)
    {
        try
        {
            return _wanted.Goes == Going.Staged
                ? await _api.ReadVersion(_serviceId, draft, CancellationToken.None) is { Staged: true }
                : await _api.ReadService(_serviceId, CancellationToken.None) is { Active: { } active } && active.Number == draft;
        }
        catch (ControlException)
        {
            return false;
        }
    }
}
