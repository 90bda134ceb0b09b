// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>What a Healthcheck is made with.</summary>
public sealed partial class HealthcheckArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the healthcheck, unique within the version. Default: the resource's name in the program.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Host header of the probe.</summary>
    [Input("host", required: true)]
    public Input<string> Host { get; set; } = null!;

    /// <summary>Path the probe asks for, with its query if it has one.</summary>
    [Input("path", required: true)]
    public Input<string> Path { get; set; } = null!;

    /// <summary>HTTP method of the probe. Default of Fastly's API. Default: HEAD.</summary>
    [Input("method")]
    public Input<string>? Method { get; set; }

    /// <summary>HTTP version of the probe. Default of Fastly's API. Default: 1.1.</summary>
    [Input("httpVersion")]
    public Input<HttpVersion>? HttpVersion { get; set; }

    /// <summary>The status that counts as a success. Default of Fastly's API. From 100 to 599. Default: 200.</summary>
    [Input("expectedResponse")]
    public Input<int>? ExpectedResponse { get; set; }

    [Input("expectedResponses")]
    private InputList<string>? _expectedResponses;

    /// <summary>Further statuses that count as successes beside expectedResponse, for example 204 or 3xx. Only the bundled runtime knows them.</summary>
    public InputList<string> ExpectedResponses
    {
        get => _expectedResponses ??= new InputList<string>();
        set => _expectedResponses = value;
    }

    /// <summary>Time from one probe to the next. Default of Fastly's API. In milliseconds. From 1000 to 3600000. Default: 5000.</summary>
    [Input("checkInterval")]
    public Input<int>? CheckInterval { get; set; }

    /// <summary>Longest wait for the answer to a probe. Default of Fastly's API. In milliseconds. From 1 to 3600000. Default: 500.</summary>
    [Input("timeout")]
    public Input<int>? Timeout { get; set; }

    /// <summary>How many of the latest probes are looked at. Default of Fastly's API. From 1 to 10000. Default: 5.</summary>
    [Input("window")]
    public Input<int>? Window { get; set; }

    /// <summary>How many probes in the window must have succeeded. Default of Fastly's API. From 1 to 10000. Default: 3.</summary>
    [Input("threshold")]
    public Input<int>? Threshold { get; set; }

    /// <summary>How many successes are assumed at the start. The default equals the threshold's, so that a backend starts healthy; Fastly's API has 2. From 0 to 10000. Default: 3.</summary>
    [Input("initial")]
    public Input<int>? Initial { get; set; }

    [Input("headers")]
    private InputList<string>? _headers;

    /// <summary>Further header lines of the probe, each "Name: value". Kept sorted, as Fastly's API does.</summary>
    public InputList<string> Headers
    {
        get => _headers ??= new InputList<string>();
        set => _headers = value;
    }

    /// <summary>What the healthcheck is for; for people only.</summary>
    [Input("comment")]
    public Input<string>? Comment { get; set; }
}
