namespace EdgeInfra.Engine.Plugins;

/// <summary>
/// Finds and starts providers; built-in ones come first, then what the project names, then PATH and the plugin folder.
/// </summary>
internal interface IPluginSource
{
    /// <summary>Starts a provider for that package. Whoever asked for it disposes of it.</summary>
    /// <param name="package">As in <c>edgeinfra</c> or <c>command</c>.</param>
    /// <param name="version">A semantic version, or empty for any.</param>
    /// <param name="engineAddress">Where the provider reaches the engine.</param>
    /// <exception cref="PluginNotFoundException">No such provider; the message says where it was looked for.</exception>
    Task<IProvider> Start(string package, string version, string engineAddress, CancellationToken cancel);
}
