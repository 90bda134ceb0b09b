using System.Collections.Concurrent;
using System.Collections.Immutable;
using EdgeInfra.Engine.Programs;
using EdgeInfra.Engine.Yaml;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;

namespace Unit.Engine.Yaml;

/// <summary>An engine that writes down what a YAML program says, and answers inputs as outputs.</summary>
internal sealed class FakeMonitor
{
    private readonly ConcurrentQueue<RegisterResourceRequest> _registered = new();

    public IReadOnlyList<RegisterResourceRequest> Registered => [.. _registered];

    public ConcurrentQueue<ReadResourceRequest> Reads { get; } = new();

    public ConcurrentQueue<ResourceInvokeRequest> Invokes { get; } = new();

    public PropertyMap? Outputs { get; private set; }

    public bool Shutdown { get; private set; }

    public bool DryRun { get; init; }

    public Dictionary<string, string> Config { get; init; } = [];

    public HashSet<string> SecretKeys { get; init; } = [];

    public Func<RegisterResourceRequest, Task<RegisterResourceResponse>>? Answer { get; init; }

    public Func<ResourceInvokeRequest, PropertyMap> Function { get; init; } = _ => PropertyMap.Empty;

    public RegisterResourceRequest this[string name] => Registered.Single(request => request.Name == name);

    public static string Urn(RegisterResourceRequest request) => $"urn:pulumi:dev::shop::{request.Type}::{request.Name}";

    public async Task<ProgramExit> Run(string yaml, params (string Name, string Content)[] files)
    {
        await using var server = await RpcServer.Start(new RpcService()
            .On(MonitorMethods.RegisterResource, (request, _) => Register(request))
            .On(MonitorMethods.ReadResource, (request, _) => Read(request))
            .On(MonitorMethods.Invoke, (request, _) => Invoke(request))
            .On(MonitorMethods.RegisterResourceOutputs, (request, _) =>
            {
                Outputs = ValueCodec.FromStruct(request.Outputs);
                return Task.FromResult(new Empty());
            })
            .On(MonitorMethods.SignalAndWaitForShutdown, (_, _) =>
            {
                Shutdown = true;
                return Task.FromResult(new Empty());
            }));
        var folder = Directory.CreateTempSubdirectory("yaml");
        foreach (var (name, content) in files.Append(("Pulumi.yaml", yaml)))
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), content);
        }

        try
        {
            return await new YamlProgram().Run(Context(folder.FullName, server.Address), default);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private ProgramContext Context(string folder, string address) => new()
    {
        Project = "shop", Stack = "dev", RootDirectory = folder, ProgramDirectory = folder, MonitorAddress = address, EngineAddress = address,
        DryRun = DryRun, Config = Config.ToImmutableSortedDictionary(), ConfigSecretKeys = [.. SecretKeys],
        PropertyNames = type => Task.FromResult(type == "edge:index:Known" ? ImmutableSortedSet.Create("address", "port") : null),
    };

    private Task<RegisterResourceResponse> Register(RegisterResourceRequest request)
    {
        _registered.Enqueue(request);
        return Answer is not null && request.Custom ? Answer(request) : Task.FromResult(new RegisterResourceResponse
        {
            Urn = Urn(request), Id = DryRun || !request.Custom ? "" : request.Name + "-id", Object = request.Object,
        });
    }

    private Task<ReadResourceResponse> Read(ReadResourceRequest request)
    {
        Reads.Enqueue(request);
        return Task.FromResult(new ReadResourceResponse
        {
            Urn = $"urn:pulumi:dev::shop::{request.Type}::{request.Name}", Properties = ValueCodec.ToStruct(PropertyMap.Of(("found", request.Id))),
        });
    }

    private Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request)
    {
        Invokes.Enqueue(request);
        return Task.FromResult(new ResourceInvokeResponse { Return = ValueCodec.ToStruct(Function(request)) });
    }
}
