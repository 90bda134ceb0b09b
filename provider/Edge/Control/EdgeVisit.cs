namespace EdgeInfra.Edge.Control;

/// <summary>What a visitor of the edge was answered.</summary>
/// <param name="Sent">The headers of the request, by name.</param>
/// <param name="Received">The headers of the answer; several of one name are joined.</param>
/// <param name="Hash">MD5 of the body, in hexadecimal: what Fastly tells two copies apart by.</param>
internal sealed record EdgeVisit(
    int Status, IReadOnlyList<KeyValuePair<string, string>> Sent, IReadOnlyList<KeyValuePair<string, string>> Received, string Hash, TimeSpan Took);
