// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>The general settings of a version.</summary>
public sealed partial class SettingsArgs : global::Pulumi.ResourceArgs
{
    /// <summary>How long an answer is cached that does not say so itself. In seconds. At least 0. Default: 3600.</summary>
    [Input("defaultTtl")]
    public Input<int>? DefaultTtl { get; set; }

    /// <summary>Host of requests that name none. The runtime asks the one service that has it for them.</summary>
    [Input("defaultHost")]
    public Input<string>? DefaultHost { get; set; }

    /// <summary>Unused; kept because Fastly's API has it. At least 0. Default: 0.</summary>
    [Input("defaultPci")]
    public Input<int>? DefaultPci { get; set; }

    /// <summary>Whether stale answers are served while the origin fails. Default: false.</summary>
    [Input("staleIfError")]
    public Input<bool>? StaleIfError { get; set; }

    /// <summary>How long stale answers may be served. In seconds. At least 0. Default: 43200.</summary>
    [Input("staleIfErrorTtl")]
    public Input<int>? StaleIfErrorTtl { get; set; }

    [Input("dynamicBackends")]
    private InputList<string>? _dynamicBackends;

    /// <summary>Hosts that rules may send requests to without a backend: api.example.com or *.example.com, on ports 80 and 443, or api.example.com:8443. Empty, there are none. Only the bundled runtime knows it.</summary>
    public InputList<string> DynamicBackends
    {
        get => _dynamicBackends ??= new InputList<string>();
        set => _dynamicBackends = value;
    }
}
