// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra;

/// <summary>A healthcheck with everything settled: the output "definition" of a Healthcheck, for a ServiceVersion to list.</summary>
[OutputType]
public sealed class HealthcheckDefinition
{
    /// <summary>Name of the healthcheck, unique within the version.</summary>
    public readonly string Name;

    /// <summary>Host header of the probe.</summary>
    public readonly string Host;

    /// <summary>Path the probe asks for, with its query if it has one.</summary>
    public readonly string Path;

    /// <summary>HTTP method of the probe. Default of Fastly's API. Default: HEAD.</summary>
    public readonly string? Method;

    /// <summary>HTTP version of the probe. Default of Fastly's API. Default: 1.1.</summary>
    public readonly HttpVersion? HttpVersion;

    /// <summary>The status that counts as a success. Default of Fastly's API. From 100 to 599. Default: 200.</summary>
    public readonly int? ExpectedResponse;

    /// <summary>Further statuses that count as successes beside expectedResponse, for example 204 or 3xx. Only the bundled runtime knows them.</summary>
    public readonly ImmutableArray<string> ExpectedResponses;

    /// <summary>Time from one probe to the next. Default of Fastly's API. In milliseconds. From 1000 to 3600000. Default: 5000.</summary>
    public readonly int? CheckInterval;

    /// <summary>Longest wait for the answer to a probe. Default of Fastly's API. In milliseconds. From 1 to 3600000. Default: 500.</summary>
    public readonly int? Timeout;

    /// <summary>How many of the latest probes are looked at. Default of Fastly's API. From 1 to 10000. Default: 5.</summary>
    public readonly int? Window;

    /// <summary>How many probes in the window must have succeeded. Default of Fastly's API. From 1 to 10000. Default: 3.</summary>
    public readonly int? Threshold;

    /// <summary>How many successes are assumed at the start. The default equals the threshold's, so that a backend starts healthy; Fastly's API has 2. From 0 to 10000. Default: 3.</summary>
    public readonly int? Initial;

    /// <summary>Further header lines of the probe, each "Name: value". Kept sorted, as Fastly's API does.</summary>
    public readonly ImmutableArray<string> Headers;

    /// <summary>What the healthcheck is for; for people only.</summary>
    public readonly string? Comment;

    [OutputConstructor]
    public HealthcheckDefinition(
        string name,
        string host,
        string path,
        string? method = default,
        HttpVersion? httpVersion = default,
        int? expectedResponse = default,
        ImmutableArray<string> expectedResponses = default,
        int? checkInterval = default,
        int? timeout = default,
        int? window = default,
        int? threshold = default,
        int? initial = default,
        ImmutableArray<string> headers = default,
        string? comment = default)
    {
        Name = name;
        Host = host;
        Path = path;
        Method = method;
        HttpVersion = httpVersion;
        ExpectedResponse = expectedResponse;
        ExpectedResponses = expectedResponses.IsDefault ? [] : expectedResponses;
        CheckInterval = checkInterval;
        Timeout = timeout;
        Window = window;
        Threshold = threshold;
        Initial = initial;
        Headers = headers.IsDefault ? [] : headers;
        Comment = comment;
    }
}
