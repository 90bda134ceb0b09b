using EdgeInfra.Plugin.Control;
using EdgeInfra.Plugin.Diffs;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Config;

/// <summary>
/// What passes between engine and provider before any resource does: what is spoken, and which control API is meant.
/// </summary>
internal sealed class Setup(Connection connection, EngineLog log, Func<string, string?> environment)
{
    public ProviderHandshakeResponse Handshake(ProviderHandshakeRequest request)
    {
        if (request.EngineAddress.Length > 0)
        {
            log.Attach(request.EngineAddress);
        }

        return new()
        {
            AcceptSecrets = true,
            AcceptResources = true,
            AcceptOutputs = true,
            SupportsAutonamingConfiguration = true,
        };
    }

    public static CheckResponse Check(CheckRequest request) => Answers.Of(Settings.Check(Incoming.Values(request.News)));

    // Resources outlive the address of the API they are kept in, so nothing here ever replaces them.
    public static DiffResponse Diff(DiffRequest request)
    {
        var changes = Settings.Changed(Incoming.OldInputs(request), Incoming.Values(request.News)).Select(
            name => new PathChange(name, ChangeKind.Update));
        return new Difference([.. changes]).ToMessage();
    }

    public async Task<ConfigureResponse> Configure(ConfigureRequest request, CancellationToken cancel)
    {
        var args = Incoming.Values(request.Args);
        string? Value(string name, string variable) =>
            (args[name].Bare() as V.Text)?.Value is { Length: > 0 } given ? given
            : request.Variables.TryGetValue($"edgeinfra:config:{name}", out var configured) && configured.Length > 0 ? configured
            : environment(variable) is { Length: > 0 } inherited ? inherited
            : null;

        var address = Value(Settings.Endpoint, Settings.EndpointVariable) ?? Settings.DefaultEndpoint;
        if (!Settings.TryReadEndpoint(address, out var endpoint))
        {
            throw new RpcException(RpcStatus.InvalidArgument,
                $"endpoint is \"{address}\", but must be an http or https address such as {Settings.DefaultEndpoint}.");
        }

        var key = Value(Settings.ApiKey, Settings.ApiKeyVariable) ?? throw MissingKey();
        if (Settings.RefuseKey(key) is { } reason)
        {
            throw new RpcException(RpcStatus.InvalidArgument, reason);
        }

        var target = Value(Settings.Target, Settings.TargetVariable);
        if (target is not null && Settings.RefuseTarget(target) is { } why)
        {
            throw new RpcException(RpcStatus.InvalidArgument, why);
        }

        connection.Open(endpoint, key, Settings.TargetOf(target, endpoint));
        await RequireKey(cancel);
        return new()
        {
            AcceptSecrets = true,
            AcceptResources = true,
            AcceptOutputs = true,
            SupportsPreview = true,
            SupportsAutonamingConfiguration = true,
        };
    }

    private async Task RequireKey(CancellationToken cancel)
    {
        try
        {
            await connection.Api.RequireKey(cancel);
        }
        catch (ControlException refused)
        {
            throw new RpcException(refused.RpcStatus, refused.Message);
        }
    }

    private static RpcException MissingKey()
    {
        var setting = Settings.All.Single(setting => setting.Name == Settings.ApiKey);
        return new(RpcStatus.InvalidArgument,
            $"apiKey is not set: set the provider's apiKey, edgeinfra:apiKey in the stack's configuration, or {setting.Variable}.",
            new ConfigureErrorMissingKeys { MissingKeys = { new ConfigureErrorMissingKeys.Types.MissingKey { Name = setting.Name, Description = setting.Description } } });
    }
}
