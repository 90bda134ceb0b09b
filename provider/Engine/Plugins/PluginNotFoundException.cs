namespace EdgeInfra.Engine.Plugins;

/// <summary>No provider of that name could be found or started.</summary>
internal sealed class PluginNotFoundException(string message) : Exception(message);
