namespace EdgeInfra.Engine.State;

/// <summary>An operation that was begun and whose end nobody saw.</summary>
/// <param name="Type">creating, updating, deleting, reading or importing.</param>
internal sealed record PendingOperation(ResourceState Resource, string Type);
