// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra;

/// <summary>A probe that decides whether the backends naming it may be used. This is a declaration: it goes live as part of a ServiceVersion.</summary>
[EdgeInfraResourceType("edgeinfra:index:Healthcheck")]
public partial class Healthcheck : global::Pulumi.CustomResource
{
    /// <summary>Name of the healthcheck, unique within the version. Default: the resource's name in the program.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>Host header of the probe.</summary>
    [Output("host")]
    public Output<string> Host { get; private set; } = null!;

    /// <summary>Path the probe asks for, with its query if it has one.</summary>
    [Output("path")]
    public Output<string> Path { get; private set; } = null!;

    /// <summary>HTTP method of the probe. Default of Fastly's API. Default: HEAD.</summary>
    [Output("method")]
    public Output<string> Method { get; private set; } = null!;

    /// <summary>HTTP version of the probe. Default of Fastly's API. Default: 1.1.</summary>
    [Output("httpVersion")]
    public Output<HttpVersion> HttpVersion { get; private set; } = null!;

    /// <summary>The status that counts as a success. Default of Fastly's API. From 100 to 599. Default: 200.</summary>
    [Output("expectedResponse")]
    public Output<int> ExpectedResponse { get; private set; } = null!;

    /// <summary>Further statuses that count as successes beside expectedResponse, for example 204 or 3xx. Only the bundled runtime knows them.</summary>
    [Output("expectedResponses")]
    public Output<ImmutableArray<string>> ExpectedResponses { get; private set; } = null!;

    /// <summary>Time from one probe to the next. Default of Fastly's API. In milliseconds. From 1000 to 3600000. Default: 5000.</summary>
    [Output("checkInterval")]
    public Output<int> CheckInterval { get; private set; } = null!;

    /// <summary>Longest wait for the answer to a probe. Default of Fastly's API. In milliseconds. From 1 to 3600000. Default: 500.</summary>
    [Output("timeout")]
    public Output<int> Timeout { get; private set; } = null!;

    /// <summary>How many of the latest probes are looked at. Default of Fastly's API. From 1 to 10000. Default: 5.</summary>
    [Output("window")]
    public Output<int> Window { get; private set; } = null!;

    /// <summary>How many probes in the window must have succeeded. Default of Fastly's API. From 1 to 10000. Default: 3.</summary>
    [Output("threshold")]
    public Output<int> Threshold { get; private set; } = null!;

    /// <summary>How many successes are assumed at the start. The default equals the threshold's, so that a backend starts healthy; Fastly's API has 2. From 0 to 10000. Default: 3.</summary>
    [Output("initial")]
    public Output<int> Initial { get; private set; } = null!;

    /// <summary>Further header lines of the probe, each "Name: value". Kept sorted, as Fastly's API does.</summary>
    [Output("headers")]
    public Output<ImmutableArray<string>> Headers { get; private set; } = null!;

    /// <summary>What the healthcheck is for; for people only.</summary>
    [Output("comment")]
    public Output<string?> Comment { get; private set; } = null!;

    /// <summary>The healthcheck with every default settled, for a ServiceVersion to list. Known in previews already.</summary>
    [Output("definition")]
    public Output<HealthcheckDefinition> Definition { get; private set; } = null!;

    /// <param name="name">The resource's name in the program, unique among all Healthchecks of the stack.</param>
    /// <param name="args">What it is made with.</param>
    /// <param name="options">How the engine treats it.</param>
    public Healthcheck(string name, HealthcheckArgs args, CustomResourceOptions? options = null)
        : base("edgeinfra:index:Healthcheck", name, args ?? new HealthcheckArgs(), MakeResourceOptions(options, null))
    {
    }

    private Healthcheck(string name, Input<string> id, CustomResourceOptions? options)
        : base("edgeinfra:index:Healthcheck", name, null, MakeResourceOptions(options, id))
    {
    }

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var defaults = new CustomResourceOptions { Version = PackageInfo.Version };
        var merged = CustomResourceOptions.Merge(defaults, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }

    /// <summary>The Healthcheck of that id, which some other program keeps: read, never changed.</summary>
    public static Healthcheck Get(string name, Input<string> id, CustomResourceOptions? options = null)
    {
        return new Healthcheck(name, id, options);
    }
}
