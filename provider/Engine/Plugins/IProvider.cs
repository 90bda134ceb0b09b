using EdgeInfra.Protocol.Rpc;

namespace EdgeInfra.Engine.Plugins;

/// <summary>A resource provider as the engine uses it, in a process of its own or built in.</summary>
/// <remarks>
/// Failures are <see cref="EdgeInfra.Protocol.Transport.RpcException"/>, with the same status and details either way.
/// </remarks>
internal interface IProvider : IAsyncDisposable
{
    string Package { get; }

    string Version { get; }

    /// <summary>Whether it takes secrets as such, and so marks what it gives back itself. Known for certain once it is configured.</summary>
    bool KeepsSecrets { get; }

    Task<CheckResponse> CheckConfig(CheckRequest request, CancellationToken cancel);

    Task<DiffResponse> DiffConfig(DiffRequest request, CancellationToken cancel);

    Task Configure(ConfigureRequest request, CancellationToken cancel);

    Task<string> GetSchema(CancellationToken cancel);

    Task<CheckResponse> Check(CheckRequest request, CancellationToken cancel);

    Task<DiffResponse> Diff(DiffRequest request, CancellationToken cancel);

    Task<CreateResponse> Create(CreateRequest request, CancellationToken cancel);

    Task<ReadResponse> Read(ReadRequest request, CancellationToken cancel);

    Task<UpdateResponse> Update(UpdateRequest request, CancellationToken cancel);

    Task Delete(DeleteRequest request, CancellationToken cancel);

    Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken cancel);

    Task<CallResponse> Call(CallRequest request, CancellationToken cancel);

    Task<ConstructResponse> Construct(ConstructRequest request, CancellationToken cancel);

    /// <summary>Asks the provider to end what it is doing soon; idempotent, answers at once.</summary>
    Task Cancel(CancellationToken cancel);
}
