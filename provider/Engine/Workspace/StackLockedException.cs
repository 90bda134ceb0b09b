namespace EdgeInfra.Engine.Workspace;

/// <summary>
/// Another process works on the stack. The message names it, and the file to delete if it does not exist any more.
/// </summary>
internal sealed class StackLockedException(string message) : Exception(message);
