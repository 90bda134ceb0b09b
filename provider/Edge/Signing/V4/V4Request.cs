namespace EdgeInfra.Edge.Signing.V4;

/// <summary>What is signed, or was.</summary>
/// <param name="names">Of the headers that are signed, in lower case and in order.</param>
/// <param name="listed">Those of them that the request tells of; for OSS only the ones beyond the usual.</param>
/// <param name="time">In the scheme's own form.</param>
internal readonly ref struct V4Request(
    string method, string path, ReadOnlySpan<char> query, string host, HeaderList headers,
    ReadOnlySpan<string> names, ReadOnlySpan<string> listed, string time, string payload)
{
    public string Method { get; } = method;

    public string Path { get; } = path;

    public ReadOnlySpan<char> Query { get; } = query;

    public string Host { get; } = host;

    public HeaderList Headers { get; } = headers;

    public ReadOnlySpan<string> Names { get; } = names;

    public ReadOnlySpan<string> Listed { get; } = listed;

    public string Time { get; } = time;

    public string Payload { get; } = payload;

    /// <summary>A parameter that is not signed, because it is the signature.</summary>
    public string? Without { get; init; }
}
