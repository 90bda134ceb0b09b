using EdgeInfra.Model;

namespace EdgeInfra.Edge.Commands;

/// <summary>
/// Carries configurations from the control plane to the proxy, which starts after it: none is lost, none overtakes another.
/// </summary>
internal sealed class ConfigRelay
{
    private readonly Lock _passing = new();
    private Action<EdgeConfig>? _to;
    private EdgeConfig? _latest;

    public void Publish(EdgeConfig config)
    {
        lock (_passing)
        {
            _latest = config;
            _to?.Invoke(config);
        }
    }

    public void Connect(Action<EdgeConfig> to)
    {
        lock (_passing)
        {
            _to = to;
            if (_latest is { } missed)
            {
                to(missed);
            }
        }
    }
}
