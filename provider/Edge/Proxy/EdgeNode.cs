namespace EdgeInfra.Edge.Proxy;

/// <summary>This node as others are told of it.</summary>
internal sealed record EdgeNode(string Name, string Place)
{
    /// <summary>One machine without a place of its own.</summary>
    public static EdgeNode Alone { get; } = new(Environment.MachineName, "EDG");
}
