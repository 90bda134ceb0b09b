using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Plugin.Components;

/// <summary>Constructs the components: reads what is asked for, refuses it with everything that is wrong, or registers it.</summary>
internal sealed class Components(Connection connection, EngineLog log, Guard guard)
{
    private readonly Dictionary<string, IComponent> _all =
        OriginKind.All.Select(kind => (IComponent)new OriginComponent(kind)).Append(new SiteComponent()).ToDictionary(component => component.Token);

    public Task<ConstructResponse> Construct(ConstructRequest request, CancellationToken cancel)
    {
        var inputs = Incoming.Values(request.Inputs);
        var secrets = Scrubber.Of(inputs);
        var plan = Component(request.Type).Read(request.Name, inputs, connection.Target);
        return plan.Failures.IsEmpty
            ? guard.Run(0, secrets, token => Build(request, plan, secrets, token), cancel)
            : throw Refused(request, plan.Failures.Select(failure => failure with { Reason = secrets.Clean(failure.Reason) }).ToList());
    }

    private async Task<ConstructResponse> Build(ConstructRequest request, IPlan plan, Scrubber secrets, CancellationToken cancel)
    {
        using var monitor = new RpcChannel(request.MonitorEndpoint);
        var construction = new Construction(request, monitor, cancel);
        var urn = await construction.Begin();
        foreach (var warning in plan.Warnings)
        {
            await log.Warn(urn, secrets.Clean(warning), cancel);
        }

        return await construction.End(await plan.Build(construction));
    }

    private IComponent Component(string token) => _all.GetValueOrDefault(token) ?? throw new RpcException(RpcStatus.InvalidArgument,
        $"{token} is not a component of the edgeinfra provider.{Nearest.Hint(token, _all.Keys)}");

    private static RpcException Refused(ConstructRequest request, IReadOnlyList<Failure> failures) => new(
        RpcStatus.InvalidArgument,
        $"{request.Type.Split(':')[^1]} \"{request.Name}\": {string.Join(' ', failures.Select(failure => failure.Reason))}",
        new InputPropertiesError
        {
            Errors = { failures.Select(failure => new InputPropertiesError.Types.PropertyError { PropertyPath = failure.Property, Reason = failure.Reason }) },
        });
}
