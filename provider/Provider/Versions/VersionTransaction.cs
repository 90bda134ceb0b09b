using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Plugin.Versions;

/// <summary>
/// Makes live what a manifest wants: read once, compare by name, write only the difference into a draft, validate,
/// activate. Until the activation nothing live changes, and a failure says so.
/// </summary>
internal sealed class VersionTransaction(ControlApi api, string serviceId)
{
    public async Task<Activated> Run(ServiceVersion wanted, ContentWriter contents, bool activate, CancellationToken cancel)
    {
        var service = await Service(cancel);
        var difference = Difference(service, wanted);
        var created = new Dictionary<(ObjectKind, string), string>();
        if (service.Active is { } active && difference.IsEmpty)
        {
            return await Settle(new(active.Number, null, Active: true));
        }

        var draft = await OpenDraft(service, cancel);
        try
        {
            var writer = new DraftWriter(api, serviceId, draft);
            await writer.Write(difference, cancel);
            created = writer.Created;
            await contents.FillNew(created, cancel);
            await Validate(draft, cancel);
        }
        catch (Exception failure) when (failure is ControlException or OperationCanceledException)
        {
            throw Failed(service, draft, failure);
        }

        var live = service.Active?.Number ?? 0;
        return await Settle(activate ? new(draft, live, Active: true, await Activate(service, draft)) : new(draft, live, Active: false));

        async Task<Activated> Settle(Activated outcome)
        {
            if (!activate)
            {
                return outcome with { Remark = contents.RemarkWithoutActivation(service.Active, created) };
            }

            if (service.Active is { } shared)
            {
                await contents.ChangeLive(shared, created, cancel);
            }

            return outcome;
        }
    }

    /// <summary>What a run would end with, asked without changing anything.</summary>
    public async Task<Activated> Predict(ServiceVersion wanted, bool activate, CancellationToken cancel)
    {
        var service = await Service(cancel);
        return service.Active is { } active && Difference(service, wanted).IsEmpty
            ? new(active.Number, null, Active: true)
            : new(Reusable(service)?.Number ?? service.Highest + 1, service.Active?.Number ?? 0, activate);
    }

    private static VersionDifference Difference(LiveService service, ServiceVersion wanted) =>
        VersionDifference.Between(service.Active?.Content ?? new ServiceVersion(), wanted);

    // A new service comes with an empty first version; anything else unlocked may be someone's work.
    private static LiveVersion? Reusable(LiveService service) =>
        service is { Active: null, Newest: { Locked: false, IsEmpty: true } newest } ? newest : null;

    private static RpcException Failed(LiveService service, int draft, Exception failure)
    {
        var status = failure is ControlException refused ? refused.RpcStatus : RpcStatus.Cancelled;
        var reason = failure is ControlException ? failure.Message : "the operation was cancelled.";
        var live = service.Active is { } active ? $"version {active.Number} stays live, unchanged" : "nothing is live, as before";
        return new RpcException(status, $"draft {draft} of service \"{service.Service.Name}\" was not activated: {reason} "
            + $"Meanwhile {live}; the draft is left for inspection, and the next run begins a new one.");
    }

    private async Task<LiveService> Service(CancellationToken cancel) =>
        await api.ReadService(serviceId, cancel)
        ?? throw new RpcException(RpcStatus.NotFound,
            $"serviceId: there is no service {serviceId} at {api.Endpoint}; refresh the stack if it was deleted elsewhere.");

    private async Task<int> OpenDraft(LiveService service, CancellationToken cancel) =>
        service.Active is { } active ? await api.CloneVersion(serviceId, active.Number, cancel)
        : Reusable(service)?.Number ?? await api.CreateVersion(serviceId, cancel);

    private async Task Validate(int draft, CancellationToken cancel)
    {
        if (await api.ValidateVersion(serviceId, draft, cancel) is { } objection)
        {
            throw new ControlException($"validating version {draft}: the control API says {objection}", 422);
        }
    }

    // Not cancelled once it is sent: half an activation would leave nobody knowing what is live.
    private async Task<string?> Activate(LiveService service, int draft)
    {
        try
        {
            return await api.ActivateVersion(serviceId, draft, CancellationToken.None);
        }
        catch (ControlException refused)
        {
            if (refused.Status is null && await IsActive(draft))
            {
                return null; // only the answer was lost
            }

            throw Failed(service, draft, refused);
        }
    }

    private async Task<bool> IsActive(int draft)
    {
        try
        {
            return await api.ReadService(serviceId, CancellationToken.None) is { Active: { } active } && active.Number == draft;
        }
        catch (ControlException)
        {
            return false;
        }
    }
}
