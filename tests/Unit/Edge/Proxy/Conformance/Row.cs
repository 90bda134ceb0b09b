namespace Unit.Edge.Proxy.Conformance;

/// <summary>What is on the wire when a field has this value.</summary>
internal sealed record Row(string Field, string Value, Func<Task> Holds);
