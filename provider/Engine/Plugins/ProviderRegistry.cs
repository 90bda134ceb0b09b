using System.Collections.Concurrent;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Plugins;

/// <summary>The providers of one deployment, by reference. Each provider resource has a plugin of its own.</summary>
/// <param name="remembered">The state of a provider that this run has not registered, to configure it as it was.</param>
internal sealed class ProviderRegistry(
    IPluginSource source, Func<string> engineAddress, Func<ProviderReference, ResourceState?> remembered) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ProviderReference, Lazy<Task<LoadedProvider>>> _providers = new();
    private readonly ConcurrentDictionary<(string, string), Lazy<Task<IProvider>>> _spares = new();
    private readonly ConcurrentBag<IProvider> _started = [];

    /// <summary>Starts a plugin that is not configured yet.</summary>
    public async Task<LoadedProvider> Load(string package, string version) => new(
        await (_spares.TryRemove((package, version), out var spare) ? spare.Value : Start(package, version)).ConfigureAwait(false));

    /// <summary>A plugin of that package to ask what it can do. One that is started for that serves the next provider.</summary>
    public async Task<IProvider> Any(string package, string version) =>
        Started(package) ?? await _spares.GetOrAdd((package, version), _ => new(() => Start(package, version))).Value.ConfigureAwait(false);

    /// <summary>Any plugin of that package that runs already.</summary>
    public IProvider? Started(string package) => _started.FirstOrDefault(plugin => plugin.Package == package);

    public void Register(ProviderReference reference, LoadedProvider provider)
    {
        var found = new Lazy<Task<LoadedProvider>>(Task.FromResult(provider));
        _providers.AddOrUpdate(reference, found, (_, _) => found);
    }

    /// <exception cref="Execution.StepRefusedException">There is no such provider.</exception>
    public Task<LoadedProvider> Get(ProviderReference reference) =>
        _providers.GetOrAdd(reference, wanted => new Lazy<Task<LoadedProvider>>(() => Revive(wanted))).Value;

    /// <summary>Asks every provider to end soon what it is doing. One that cannot be asked is left alone.</summary>
    public async Task Cancel()
    {
        foreach (var plugin in _started)
        {
            try
            {
                await plugin.Cancel(CancellationToken.None).ConfigureAwait(false);
            }
            catch (RpcException)
            {
                // Advisory: Pulumi ignores the answer as well, and the call under way reports what matters.
            }
        }
    }

    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(_started.Select(plugin => plugin.DisposeAsync().AsTask())).ConfigureAwait(false);

    private async Task<IProvider> Start(string package, string version)
    {
        var plugin = await source.Start(package, version, engineAddress(), CancellationToken.None).ConfigureAwait(false);
        _started.Add(plugin);
        return plugin;
    }

    private async Task<LoadedProvider> Revive(ProviderReference reference)
    {
        var state = remembered(reference)
            ?? throw new Execution.StepRefusedException(
                $"the provider {reference} is neither registered by the program nor in the state");
        var loaded = await Load(Urn.Package(state.Type), LoadedProvider.VersionIn(state.Inputs)).ConfigureAwait(false);
        await loaded.Configure(state).ConfigureAwait(false);
        return loaded;
    }
}
