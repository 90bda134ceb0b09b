namespace EdgeInfra.Engine.State;

/// <summary>A snapshot that cannot be read or must not be written. The message names the resource and the rule.</summary>
internal class StateException(string message, Exception? inner = null) : Exception(message, inner);
