namespace EdgeInfra.Edge.Control;

/// <summary>The disk did not take a change; nothing has changed. The message names the file.</summary>
internal sealed class StoreException(string message, Exception cause) : Exception(message, cause);
