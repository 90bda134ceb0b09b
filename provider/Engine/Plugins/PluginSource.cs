using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Plugins;

/// <summary>Starts providers: built-in ones, those under a debugger, and plugins in processes of their own.</summary>
/// <remarks><c>PULUMI_DEBUG_PROVIDERS=name:port</c> attaches to a plugin that is running already.</remarks>
internal sealed class PluginSource : IPluginSource
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10); // Pulumi's.

    private readonly IReadOnlyDictionary<string, Func<IProvider>> _builtIn;
    private readonly Func<string, string?> _environment;
    private readonly PluginFinder _finder;
    private readonly TimeProvider _time;

    /// <param name="projectPlugins">Paths by package name, as Pulumi.yaml has them under plugins.providers.</param>
    public PluginSource(
        string rootDirectory,
        IReadOnlyDictionary<string, string> projectPlugins,
        IReadOnlyDictionary<string, Func<IProvider>> builtIn,
        TimeProvider time,
        Func<string, string?>? environment = null)
    {
        _builtIn = builtIn;
        _environment = environment ?? Environment.GetEnvironmentVariable;
        _finder = new PluginFinder(rootDirectory, projectPlugins, _environment, AppContext.BaseDirectory);
        _time = time;
    }

    public async Task<IProvider> Start(string package, string version, string engineAddress, CancellationToken cancel)
    {
        if (_builtIn.TryGetValue(package, out var create))
        {
            return create();
        }

        return DebuggedAt(package) is { } port
            ? await Connect(package, $"127.0.0.1:{port}", null, engineAddress, cancel).ConfigureAwait(false)
            : await Launch(package, _finder.Find(package, version), engineAddress, cancel).ConfigureAwait(false);
    }

    private async Task<IProvider> Launch(string package, string path, string engineAddress, CancellationToken cancel)
    {
        var process = PluginProcess.Start(path, engineAddress, _time);
        using var limit = new CancellationTokenSource(StartLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            var port = await process.Port(StartLimit, cancel).ConfigureAwait(false);
            return await Connect(package, $"127.0.0.1:{port}", process, engineAddress, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            await process.DisposeAsync().ConfigureAwait(false);
            throw new PluginNotFoundException(
                $"the plugin {path} said its port, but did not answer within {StartLimit.TotalSeconds:0.#} s{process.LastWords()}");
        }
        catch
        {
            await process.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<IProvider> Connect(
        string package, string address, PluginProcess? process, string engineAddress, CancellationToken cancel)
    {
        var channel = new RpcChannel(address);
        try
        {
            return await RpcProvider.Connect(package, channel, process, engineAddress, cancel).ConfigureAwait(false);
        }
        catch (RpcException error)
        {
            channel.Dispose();
            throw new PluginNotFoundException($"the plugin of '{package}' at {address} does not answer: {error.Message}");
        }
        catch
        {
            channel.Dispose();
            throw;
        }
    }

    private string? DebuggedAt(string package) => (_environment("PULUMI_DEBUG_PROVIDERS") ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split(':', 2))
        .FirstOrDefault(entry => entry.Length == 2 && entry[0] == package)?[1];
}
