namespace EdgeInfra.Edge.Control;

/// <summary>A call to the control API, read and decoded. Segments are decoded one by one: a name may hold a slash.</summary>
internal sealed record ControlCall(string Method, RequestTarget Target, IReadOnlyCollection<KeyValuePair<string, string>> Form)
{
    /// <summary>Whose token it came with.</summary>
    public required Token Caller { get; init; }

    /// <summary>The address it came from.</summary>
    public string From { get; init; } = "";

    /// <summary>A header of the call, or null.</summary>
    public Func<string, string?> Header { get; init; } = static _ => null;

    /// <summary>What stood at the placeholders of the route, in order.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    public string? Field(string name) => Form.FirstOrDefault(pair => pair.Key == name).Value;

    public string? Query(string name) => Target.Query.FirstOrDefault(pair => pair.Key == name).Value;
}
