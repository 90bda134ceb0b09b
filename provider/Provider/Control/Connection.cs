using EdgeInfra.Model;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Plugin.Control;

/// <summary>
/// The control API this provider was configured for. Previews may run without one: parts of its configuration can be unknown.
/// </summary>
internal sealed class Connection(TimeProvider time) : IDisposable
{
    private ControlClient? _client;

    public ControlApi? IfConfigured => _client is { } client ? new ControlApi(client) : null;

    /// <exception cref="RpcException">The provider has not been configured.</exception>
    public ControlApi Api => IfConfigured ?? throw new RpcException(
        RpcStatus.FailedPrecondition, "the provider has no endpoint and apiKey yet: set edgeinfra:endpoint and edgeinfra:apiKey, or the properties of the provider.");

    /// <summary>What obeys what is written. Known before the connection is open: checks ask for it.</summary>
    public Target Target { get; private set; }

    public void Open(Uri endpoint, string apiKey, Target target)
    {
        Target = target;
        _client?.Dispose();
        _client = new ControlClient(endpoint, apiKey, time);
    }

    public void Dispose() => _client?.Dispose();
}
