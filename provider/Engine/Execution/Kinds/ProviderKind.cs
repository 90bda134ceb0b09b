using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.Plugins;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Execution.Kinds;

/// <summary>A provider as a resource: its operations check and configure a plugin of its own.</summary>
internal sealed class ProviderKind(ProviderRegistry registry, bool dryRun) : IResourceKind
{
    private static readonly Questions Ask = new(LoadedProvider.Plain);

    private LoadedProvider? _loaded;

    // Configurations are checked without marks.
    public bool KeepsSecrets => false;

    public async Task<PropertyMap> Check(Registration resource, PropertyMap olds, PropertyMap news)
    {
        _loaded ??= await registry.Load(Urn.Package(resource.Type), LoadedProvider.VersionIn(news)).ConfigureAwait(false);
        try
        {
            var answer = await _loaded.Plugin.CheckConfig(Ask.Check(resource, olds, news), CancellationToken.None).ConfigureAwait(false);
            return answer.Failures.Count == 0
                ? Secrets.Carry(news, Answered(answer, news), KeepsSecrets)
                : throw new StepRefusedException([.. answer.Failures.Select(Problems.Of)]);
        }
        catch (RpcException error) when (error.Status == RpcStatus.Unimplemented)
        {
            return news;
        }
    }

    public async Task<DiffOutcome> Diff(ResourceState old, Registration resource, PropertyMap news)
    {
        try
        {
            var loaded = _loaded ??= await registry.Load(Urn.Package(resource.Type), LoadedProvider.VersionIn(news))
                .ConfigureAwait(false);
            return DiffOutcome.From(
                await loaded.Plugin.DiffConfig(Ask.Diff(old, resource, news), CancellationToken.None).ConfigureAwait(false), old.Inputs, news);
        }
        catch (RpcException error) when (error.Status == RpcStatus.Unimplemented)
        {
            return DiffOutcome.Structural(old.Inputs, news) with { ReplaceKeys = [] };
        }
    }

    public async Task<(string Id, PropertyMap Outputs)> Create(ResourceState planned)
    {
        // In a preview the id is unknown: the reference must not look like that of a provider which exists.
        var id = dryRun ? "" : Guid.NewGuid().ToString();
        await Configure(planned with { Id = id }).ConfigureAwait(false);
        return (id, planned.Inputs);
    }

    public async Task<PropertyMap> Update(ResourceState old, ResourceState planned)
    {
        await Configure(planned with { Id = old.Id }).ConfigureAwait(false);
        return planned.Inputs;
    }

    public Task Keep(ResourceState state) => Configure(state);

    public Task<LiveResource?> Read(ResourceState state) =>
        Task.FromResult<LiveResource?>(new LiveResource(state.Id, state.Inputs, state.Outputs));

    public Task Delete(ResourceState old) => Task.CompletedTask;

    // A provider that doesn't know CheckConfig may answer no inputs at all.
    private static PropertyMap Answered(CheckResponse answer, PropertyMap news) =>
        answer.Inputs is null ? news : ValueCodec.FromStruct(answer.Inputs);

    private async Task Configure(ResourceState state)
    {
        _loaded ??= await registry.Load(Urn.Package(state.Type), LoadedProvider.VersionIn(state.Inputs)).ConfigureAwait(false);
        await _loaded.Configure(state).ConfigureAwait(false);
        registry.Register(new ProviderReference(state.Urn, state.Id), _loaded);
    }
}
