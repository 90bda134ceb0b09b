namespace EdgeInfra.Engine.Workspace;

/// <summary>
/// A failure that a user can mend: the message says what is wrong where, and how. Commands print it and end with 1.
/// </summary>
internal sealed class WorkspaceException(string message, Exception? inner = null) : Exception(message, inner);
