using EdgeInfra.Model;
using EdgeInfra.Plugin.Config;
using EdgeInfra.Plugin.Control;
using EdgeInfra.Plugin.Import;
using EdgeInfra.Plugin.Resources;
using EdgeInfra.Plugin.Schema;
using EdgeInfra.Plugin.Versions;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;

namespace EdgeInfra.Plugin;

/// <summary>The provider as an engine meets it: takes its calls and hands each to the resource it is about.</summary>
internal sealed class EdgeProvider : IDisposable
{
    private readonly TimeProvider _time;
    private readonly Guard _guard;
    private readonly Connection _connection;
    private readonly Dictionary<string, IResource> _resources;
    private readonly ImportFunction _import;

    public EdgeProvider(Func<string, string?> environment, TimeProvider time)
    {
        (_time, _guard, _connection) = (time, new Guard(time), new Connection(time));
        _resources = AllResources().ToDictionary(resource => resource.Token);
        _import = new ImportFunction(_connection, Checkout.Around(AppContext.BaseDirectory));
        var setup = new Setup(_connection, Log, environment);
        Service = new RpcService()
            .On(ProviderMethods.GetPluginInfo, (_, _) => Task.FromResult(new PluginInfo { Version = PluginVersion.Text }))
            .On(ProviderMethods.Handshake, (request, _) => Task.FromResult(setup.Handshake(request)))
            .On(ProviderMethods.Attach, Attach)
            .On(ProviderMethods.GetSchema, GetSchema)
            .On(ProviderMethods.CheckConfig, (request, _) => Task.FromResult(Setup.Check(request)))
            .On(ProviderMethods.DiffConfig, (request, _) => Task.FromResult(Setup.Diff(request)))
            .On(ProviderMethods.Configure, setup.Configure)
            .On(ProviderMethods.Check, Check)
            .On(ProviderMethods.Diff, Diff)
            .On(ProviderMethods.Create, Create)
            .On(ProviderMethods.Read, Read)
            .On(ProviderMethods.Update, Update)
            .On(ProviderMethods.Delete, Delete)
            .On(ProviderMethods.Cancel, Cancel)
            .On(ProviderMethods.Invoke, Invoke)
            .On(ProviderMethods.Construct, new Components.Components(_connection, Log, _guard).Construct)
            .On(ProviderMethods.Call, (request, _) => throw Unknown(
                "method", request.Tok, "resources of this provider have no methods"));
    }

    public RpcService Service { get; }

    public EngineLog Log { get; } = new();

    /// <summary>Ends what runs, and waits a while for it to have ended.</summary>
    public async Task CancelAndSettle(TimeSpan patience)
    {
        _guard.Cancel();
        await _guard.WhenIdle.WaitAsync(patience, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _guard.Dispose();
        _connection.Dispose();
        Log.Dispose();
    }

    private IEnumerable<IResource> AllResources() =>
    [
        new ServiceResource(_connection),
        new DeclarationResource("edgeinfra:index:Backend", Backend.Fields, _connection, _time),
        new DeclarationResource("edgeinfra:index:Healthcheck", Healthcheck.Fields, _connection, _time),
        new DeclarationResource("edgeinfra:index:Condition", Condition.Fields, _connection, _time),
        new VersionResource(_connection, Log, new Writers()),
    ];

    private static RpcException Unknown(string what, string token, string why) =>
        new(RpcStatus.Unimplemented, $"{token} is not a {what} of the edgeinfra provider: {why}.");

    private IResource Resource(string urn, string type)
    {
        var token = type.Length > 0 ? type : Urn.Type(urn);
        return _resources.GetValueOrDefault(token) ?? throw new RpcException(RpcStatus.InvalidArgument,
            $"{token} is not a resource of the edgeinfra provider.{Nearest.Hint(token, _resources.Keys)}");
    }

    private Task<Empty> Attach(PluginAttach request, CancellationToken cancel)
    {
        Log.Attach(request.Address);
        return Task.FromResult(new Empty());
    }

    private Task<Empty> Cancel(Empty request, CancellationToken cancel)
    {
        _guard.Cancel();
        return Task.FromResult(new Empty());
    }

    private Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken cancel)
    {
        var args = Incoming.Values(request.Args);
        return request.Tok == ImportFunction.Token
            ? _guard.Run(0, Scrubber.Of(args), token => _import.Call(args, token), cancel)
            : throw Unknown("function", request.Tok, $"there is {ImportFunction.Token}");
    }

    private static Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, CancellationToken cancel) => request.Version == 0
        ? Task.FromResult(new GetSchemaResponse { Schema = PackageSchema.Text })
        : throw new RpcException(
            RpcStatus.InvalidArgument, $"schema version {request.Version} is not known; there is version 0.");

    private Task<CheckResponse> Check(CheckRequest request, CancellationToken cancel)
    {
        var call = new ResourceCall(request.Urn)
        {
            News = Incoming.Values(request.News),
            OldInputs = Incoming.Values(request.Olds),
            Naming = Naming.From(request),
        };
        return Run(0, call, async token =>
        {
            var outcome = Resource(request.Urn, request.Type).Check(call);
            foreach (var warning in outcome.Warnings)
            {
                await Log.Warn(request.Urn, Scrubber.Of(call.News).Clean(warning), token);
            }

            return Answers.Of(outcome.Scrubbed(Scrubber.Of(call.News)));
        }, cancel);
    }

    private Task<DiffResponse> Diff(DiffRequest request, CancellationToken cancel)
    {
        var call = new ResourceCall(request.Urn)
        {
            Id = request.Id,
            News = Incoming.Values(request.News),
            OldInputs = Incoming.OldInputs(request),
            State = Incoming.Values(request.Olds),
        };
        return Run(0, call, _ => Task.FromResult(Resource(request.Urn, request.Type).Diff(call).ToMessage()), cancel);
    }

    private Task<CreateResponse> Create(CreateRequest request, CancellationToken cancel)
    {
        var call = new ResourceCall(request.Urn) { News = Incoming.Values(request.Properties), Preview = request.Preview };
        return Run(request.Timeout, call, async token =>
        {
            var (id, outputs) = await Resource(request.Urn, request.Type).Create(call, token);
            return new CreateResponse { Id = id, Properties = ValueCodec.ToStruct(outputs) };
        }, cancel);
    }

    private Task<ReadResponse> Read(ReadRequest request, CancellationToken cancel)
    {
        var call = new ResourceCall(request.Urn)
        {
            Id = request.Id,
            OldInputs = Incoming.Values(request.Inputs),
            State = Incoming.Values(request.Properties),
        };
        return Run(request.Timeout, call, async token => Answers.Of(await Resource(request.Urn, request.Type).Read(call, token)), cancel);
    }

    private Task<UpdateResponse> Update(UpdateRequest request, CancellationToken cancel)
    {
        var call = new ResourceCall(request.Urn)
        {
            Id = request.Id,
            News = Incoming.Values(request.News),
            OldInputs = Incoming.Values(request.OldInputs),
            State = Incoming.Values(request.Olds),
            Preview = request.Preview,
        };
        return Run(request.Timeout, call, async token =>
            new UpdateResponse { Properties = ValueCodec.ToStruct(await Resource(request.Urn, request.Type).Update(call, token)) }, cancel);
    }

    private Task<Empty> Delete(DeleteRequest request, CancellationToken cancel)
    {
        var call = new ResourceCall(request.Urn)
        {
            Id = request.Id,
            OldInputs = Incoming.Values(request.OldInputs),
            State = Incoming.Values(request.Properties),
        };
        return Run(request.Timeout, call, async token =>
        {
            await Resource(request.Urn, request.Type).Delete(call, token);
            return new Empty();
        }, cancel);
    }

    private Task<T> Run<T>(double seconds, ResourceCall call, Func<CancellationToken, Task<T>> operation, CancellationToken cancel) =>
        _guard.Run(seconds, Scrubber.Of(call.News, call.OldInputs, call.State), operation, cancel);
}
