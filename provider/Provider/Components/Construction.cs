using System.Collections.Immutable;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;

namespace EdgeInfra.Plugin.Components;

/// <summary>One component while it is registered, and its children below it, with the options that the program gave.</summary>
internal sealed class Construction(ConstructRequest request, RpcChannel monitor, CancellationToken cancel)
{
    private readonly ImmutableSortedSet<string> _needs =
    [
        .. request.Dependencies,
        .. request.InputDependencies.Values.SelectMany(input => input.Urns),
        .. ValueCodec.FromStruct(request.Inputs).Values.SelectMany(DependenciesOf),
    ];

    private string _urn = "";

    /// <summary>The component's name in the program.</summary>
    public string Name => request.Name;

    public async Task<string> Begin()
    {
        var self = new RegisterResourceRequest
        {
            Type = request.Type, Name = request.Name, Parent = request.Parent, Object = new Struct(), Dependencies = { request.Dependencies },
            Providers = { request.Providers }, Aliases = { request.Aliases }, DeletedWith = request.DeletedWith,
            IgnoreChanges = { request.IgnoreChanges }, ReplaceOnChanges = { request.ReplaceOnChanges }, ReplaceWith = { request.ReplaceWith },
        };
        _urn = (await Register(self)).Urn;
        return _urn;
    }

    /// <summary>Registers a resource of this package below the component.</summary>
    /// <param name="from">Children that its inputs come from: they live longer than it does.</param>
    public async Task<Child> Add(string type, string name, PropertyMap inputs, params Child[] from)
    {
        var needs = _needs.Union(from.Select(child => child.Urn));
        var child = new RegisterResourceRequest
        {
            Type = $"edgeinfra:index:{type}", Name = name, Parent = _urn, Custom = true, Object = ValueCodec.ToStruct(inputs), Dependencies = { needs },
            Provider = request.Providers.TryGetValue("edgeinfra", out var provider) ? provider : "", Version = PluginVersion.Text,
            DeletedWith = request.DeletedWith, CustomTimeouts = Timeouts(request.CustomTimeouts),
        };
        foreach (var input in inputs.Keys)
        {
            child.PropertyDependencies[input] = new() { Urns = { needs } };
        }

        var answer = await Register(child);
        return new(answer.Urn, answer.Id, ValueCodec.FromStruct(answer.Object), request.DryRun);
    }

    public async Task<ConstructResponse> End(ImmutableArray<ComponentOutput> outputs)
    {
        var state = ValueCodec.ToStruct(PropertyMap.From(outputs.Select(output => KeyValuePair.Create(output.Name, output.Value))));
        await monitor.Call(MonitorMethods.RegisterResourceOutputs, new() { Urn = _urn, Outputs = state }, cancel);
        var answer = new ConstructResponse { Urn = _urn, State = state };
        foreach (var output in outputs)
        {
            answer.StateDependencies[output.Name] = new() { Urns = { output.From } };
        }

        return answer;
    }

    private async Task<RegisterResourceResponse> Register(RegisterResourceRequest asked)
    {
        (asked.AcceptSecrets, asked.SupportsPartialValues, asked.SupportsResultReporting, asked.AliasSpecs) = (true, true, true, true);
        if (request.HasProtect)
        {
            asked.Protect = request.Protect;
        }

        if (request.HasRetainOnDelete)
        {
            asked.RetainOnDelete = request.RetainOnDelete;
        }

        var answer = await monitor.Call(MonitorMethods.RegisterResource, asked, cancel);
        return answer.Result == Result.Success ? answer : throw new RpcException(
            RpcStatus.Aborted, $"the {asked.Type.Split(':')[^1]} \"{asked.Name}\" that belongs to it was not made: see what is said of that.");
    }

    private static RegisterResourceRequest.Types.CustomTimeouts? Timeouts(ConstructRequest.Types.CustomTimeouts? given) =>
        given is null ? null : new() { Create = given.Create, Update = given.Update, Delete = given.Delete, Read = given.Read };

    private static IEnumerable<string> DependenciesOf(PropertyValue value) => value switch
    {
        PropertyValue.Output output =>
            (output.Dependencies.IsDefault ? [] : output.Dependencies).Concat(output.Value is { } inner ? DependenciesOf(inner) : []),
        PropertyValue.Secret secret => DependenciesOf(secret.Inner),
        PropertyValue.List list => list.Items.SelectMany(DependenciesOf),
        PropertyValue.Map map => map.Items.Values.SelectMany(DependenciesOf),
        _ => [],
    };
}
