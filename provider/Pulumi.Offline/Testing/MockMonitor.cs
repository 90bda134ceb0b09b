using System.Collections.Concurrent;
using System.Collections.Immutable;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Protocol = EdgeInfra.Protocol.Urn;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Pulumi.Testing;

/// <summary>A resource monitor whose answers come from a test's mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentSettings settings) : IMonitor
{
    private readonly ConcurrentQueue<Resource> _resources = new();
    private readonly ConcurrentDictionary<string, PropertyMap> _known = new();

    /// <summary>In the order in which they were registered.</summary>
    public ImmutableArray<Resource> Resources => [.. _resources];

    // Mocks see values, not outputs.
    public Task<bool> Supports(string feature) => Task.FromResult(feature != "outputValues");

    public async Task<RegisterResourceResponse> Register(Resource resource, RegisterResourceRequest request)
    {
        _resources.Enqueue(resource);
        var urn = Protocol.Of(settings.Stack, settings.Project, request.Parent, request.Type, request.Name);
        if (request.Type == Stack.RootType)
        {
            return new() { Urn = urn, Object = new Struct() };
        }

        var args = Args(request.Type, request.Name, request.Object, request.Provider, request.ImportId);
        var (id, state) = await Ask(args, urn).ConfigureAwait(false);
        return new() { Urn = urn, Id = id ?? request.ImportId, Object = ValueCodec.ToStruct(state) };
    }

    public async Task<ReadResourceResponse> Read(Resource resource, ReadResourceRequest request)
    {
        _resources.Enqueue(resource);
        var urn = Protocol.Of(settings.Stack, settings.Project, request.Parent, request.Type, request.Name);
        var args = Args(request.Type, request.Name, request.Properties, request.Provider, request.Id);
        var (_, state) = await Ask(args, urn).ConfigureAwait(false);
        return new() { Urn = urn, Properties = ValueCodec.ToStruct(state) };
    }

    public Task RegisterOutputs(RegisterResourceOutputsRequest request)
    {
        var outputs = ValueCodec.FromStruct(request.Outputs).ToImmutableDictionary(
            item => item.Key,
            item => Output<object?>.Of(Reader.Read(item.Key, item.Value, typeof(object))));
        return mocks.RegisterResourceOutputs(new(request.Urn, outputs));
    }

    public async Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request)
    {
        var args = Plain(request.Args);
        if (request.Tok == "pulumi:pulumi:getResource")
        {
            return args.GetValueOrDefault("urn") is string urn && _known.TryGetValue(urn, out var resource)
                ? new() { Return = ValueCodec.ToStruct(resource) }
                : throw new InvalidOperationException($"No resource '{args.GetValueOrDefault("urn")}' has been registered.");
        }

        return new() { Return = await Call(request.Tok, args, request.Provider).ConfigureAwait(false) };
    }

    public async Task<CallResponse> Call(ResourceCallRequest request) =>
        new() { Return = await Call(request.Tok, Plain(request.Args), request.Provider).ConfigureAwait(false) };

    public Task Leave() => Task.CompletedTask;

    private static Deserializer Reader { get; } = new(_ => { }); // Everything fits an object.

    private static MockResourceArgs Args(string type, string name, Struct inputs, string provider, string id) =>
        new() { Type = type, Name = name, Inputs = Plain(inputs), Provider = provider, Id = id };

    private static ImmutableDictionary<string, object> Plain(Struct values) => ValueCodec.FromStruct(values)
        .Select(item => (item.Key, Data: Reader.Read(item.Key, item.Value, typeof(object))))
        .Where(item => item.Data is { IsKnown: true, Value: not null })
        .ToImmutableDictionary(item => item.Key, item => item.Data.Value!); // Filtered above.

    private async Task<(string? Id, PropertyMap State)> Ask(MockResourceArgs args, string urn)
    {
        var (id, answer) = await mocks.NewResourceAsync(args).ConfigureAwait(false);
        var state = await Map(answer).ConfigureAwait(false);
        _known[urn] = PropertyMap.Of(("urn", urn), ("id", id ?? args.Id ?? ""), ("state", state));
        return (id, state);
    }

    private async Task<Struct> Call(string token, ImmutableDictionary<string, object> args, string provider)
    {
        var answer = await mocks.CallAsync(new() { Token = token, Args = args, Provider = provider }).ConfigureAwait(false);
        return ValueCodec.ToStruct(await Map(answer).ConfigureAwait(false));
    }

    private static async Task<PropertyMap> Map(object answer) =>
        await new Serializer(keepResources: true).Serialize("", answer).ConfigureAwait(false) is V.Map map
            ? map.Items
            : throw new InvalidOperationException($"Mocks must answer with a dictionary or an [OutputType], not {answer?.GetType()}.");
}
