namespace EdgeInfra.Edge.Control;

/// <summary>A call to the control API, read and decoded. Segments are decoded one by one: a name may hold a slash.</summary>
internal sealed record ControlCall(string Method, RequestTarget Target, IReadOnlyCollection<KeyValuePair<string, string>> Form)
{
    /// <summary>What stood at the placeholders of the route, in order.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    public string? Query(string name) => Target.Query.FirstOrDefault(pair => pair.Key == name).Value;
}
