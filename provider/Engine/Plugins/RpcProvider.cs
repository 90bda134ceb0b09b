using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace EdgeInfra.Engine.Plugins;

/// <summary>A provider in a process of its own, reached over gRPC.</summary>
internal sealed class RpcProvider : IProvider
{
    private readonly RpcChannel _channel;
    private readonly PluginProcess? _process;
    private PluginFeatures _features = PluginFeatures.Old;

    private RpcProvider(string package, RpcChannel channel, PluginProcess? process)
    {
        Package = package;
        _channel = channel;
        _process = process;
    }

    public string Package { get; }

    public string Version { get; private set; } = "";

    public bool KeepsSecrets => _features.Secrets;

    /// <param name="process">Null when the plugin was started by somebody else, as under a debugger.</param>
    public static async Task<RpcProvider> Connect(
        string package, RpcChannel channel, PluginProcess? process, string engineAddress, CancellationToken cancel)
    {
        var provider = new RpcProvider(package, channel, process);
        var hello = new ProviderHandshakeRequest { EngineAddress = engineAddress, ConfigureWithUrn = true, InvokeWithPreview = true };
        if (process is not null)
        {
            hello.RootDirectory = process.Directory;
            hello.ProgramDirectory = process.Directory;
        }

        try
        {
            provider._features = PluginFeatures.Of(
                await provider.Call(ProviderMethods.Handshake, hello, cancel).ConfigureAwait(false));
        }
        catch (RpcException error) when (error.Status == RpcStatus.Unimplemented)
        {
            // Older plugins tell what they can do when they are configured.
        }

        if (process is null)
        {
            await provider.Tolerating(ProviderMethods.Attach, new PluginAttach { Address = engineAddress }, cancel)
                .ConfigureAwait(false);
        }

        provider.Version =
            (await provider.Tolerating(ProviderMethods.GetPluginInfo, new Empty(), cancel).ConfigureAwait(false))?.Version ?? "";
        return provider;
    }

    public Task<CheckResponse> CheckConfig(CheckRequest request, CancellationToken cancel) =>
        Call(ProviderMethods.CheckConfig, request, cancel);

    public Task<DiffResponse> DiffConfig(DiffRequest request, CancellationToken cancel) =>
        Call(ProviderMethods.DiffConfig, request, cancel);

    public async Task Configure(ConfigureRequest request, CancellationToken cancel)
    {
        var answer = await Call(ProviderMethods.Configure, request, cancel).ConfigureAwait(false);
        _features = _features.OrAsConfigured(answer);
    }

    public async Task<string> GetSchema(CancellationToken cancel) =>
        (await Call(ProviderMethods.GetSchema, new GetSchemaRequest(), cancel).ConfigureAwait(false)).Schema;

    public Task<CheckResponse> Check(CheckRequest request, CancellationToken cancel)
    {
        request.Olds = _features.Adapt(request.Olds);
        request.News = _features.Adapt(request.News);
        return Call(ProviderMethods.Check, request, cancel);
    }

    public Task<DiffResponse> Diff(DiffRequest request, CancellationToken cancel)
    {
        request.Olds = _features.Adapt(request.Olds);
        request.OldInputs = _features.Adapt(request.OldInputs);
        request.News = _features.Adapt(request.News);
        return Call(ProviderMethods.Diff, request, cancel);
    }

    public Task<CreateResponse> Create(CreateRequest request, CancellationToken cancel)
    {
        if (request.Preview && !_features.Previews)
        {
            return Task.FromResult(new CreateResponse { Properties = request.Properties });
        }

        request.Properties = _features.Adapt(request.Properties);
        return Call(ProviderMethods.Create, request, cancel);
    }

    public Task<ReadResponse> Read(ReadRequest request, CancellationToken cancel)
    {
        request.Properties = _features.Adapt(request.Properties);
        request.Inputs = _features.Adapt(request.Inputs);
        return Call(ProviderMethods.Read, request, cancel);
    }

    public Task<UpdateResponse> Update(UpdateRequest request, CancellationToken cancel)
    {
        if (request.Preview && !_features.Previews)
        {
            return Task.FromResult(new UpdateResponse { Properties = request.News });
        }

        request.Olds = _features.Adapt(request.Olds);
        request.OldInputs = _features.Adapt(request.OldInputs);
        request.News = _features.Adapt(request.News);
        return Call(ProviderMethods.Update, request, cancel);
    }

    public Task Delete(DeleteRequest request, CancellationToken cancel)
    {
        request.Properties = _features.Adapt(request.Properties);
        request.OldInputs = _features.Adapt(request.OldInputs);
        return Call(ProviderMethods.Delete, request, cancel);
    }

    public Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken cancel)
    {
        request.Args = _features.Adapt(request.Args);
        return Call(ProviderMethods.Invoke, request, cancel);
    }

    public Task<CallResponse> Call(CallRequest request, CancellationToken cancel)
    {
        // Methods take __self__ as a reference, whoever accepts references.
        request.Args = _features.WithoutSecrets(request.Args);
        return Call(ProviderMethods.Call, request, cancel);
    }

    public Task<ConstructResponse> Construct(ConstructRequest request, CancellationToken cancel) =>
        Call(ProviderMethods.Construct, request, cancel);

    public Task Cancel(CancellationToken cancel) => Tolerating(ProviderMethods.Cancel, new Empty(), cancel);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            try
            {
                await Cancel(CancellationToken.None).ConfigureAwait(false);
            }
            catch (RpcException)
            {
                // It is gone already, or will be when its process has ended.
            }
        }

        _channel.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<TResponse?> Tolerating<TRequest, TResponse>(
        RpcMethod<TRequest, TResponse> method, TRequest request, CancellationToken cancel)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new()
    {
        try
        {
            return await Call(method, request, cancel).ConfigureAwait(false);
        }
        catch (RpcException error) when (error.Status == RpcStatus.Unimplemented)
        {
            return null;
        }
    }

    private async Task<TResponse> Call<TRequest, TResponse>(
        RpcMethod<TRequest, TResponse> method, TRequest request, CancellationToken cancel)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new()
    {
        try
        {
            return await _channel.Call(method, request, cancel).ConfigureAwait(false);
        }
        catch (RpcException broken) when (broken.Status is RpcStatus.Unavailable or RpcStatus.Internal && _process is not null)
        {
            // The pipe tells of an exit a moment after the connection does.
            if (await _process.HasDied().ConfigureAwait(false))
            {
                throw new RpcException(
                    RpcStatus.Unknown, $"the plugin of '{Package}' died during {method.Name}{_process.LastWords()}");
            }

            throw;
        }
    }
}
