namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Pins the configuration: every later stage sees this one, whatever is published meanwhile.</summary>
internal sealed class TakeConfig(ConfigSlot slot) : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        request.Config = slot.Enter();
        return rest(request);
    }
}
