using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Plugin.Versions;

/// <summary>Makes an older version live again as it is. What is declared waits meanwhile.</summary>
internal sealed class Pinning(ControlApi api, string serviceId)
{
    /// <param name="preview">Only looks whether it could be done.</param>
    public async Task<(ServiceVersion Content, Activated Outcome)> Run(int pin, bool preview, CancellationToken cancel)
    {
        var service = await api.ReadService(serviceId, cancel) ?? throw VersionTransaction.NoService(api, serviceId);
        if (service.Active is { } active && active.Number == pin)
        {
            return (active.Content, new(pin, null, Active: true));
        }

        var version = pin <= service.Highest ? await api.ReadVersion(serviceId, pin, cancel) : null;
        if (version is null)
        {
            throw new RpcException(RpcStatus.NotFound,
                $"pin: service \"{service.Service.Name}\" has no version {pin}; its newest is {service.Highest}.");
        }

        if (!version.Locked)
        {
            throw new RpcException(RpcStatus.FailedPrecondition,
                $"pin: version {pin} of service \"{service.Service.Name}\" is a draft and could still change: pin one that has been live, or is locked.");
        }

        // Not cancelled once it is sent: half an activation would leave nobody knowing what is live.
        var remark = preview ? null : await api.ActivateVersion(serviceId, pin, CancellationToken.None);
        return (version.Content, new(pin, service.Active?.Number ?? 0, Active: true, remark) { Pinned = true });
    }
}
