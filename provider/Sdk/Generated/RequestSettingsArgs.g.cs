// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>How requests are treated, where a condition holds.</summary>
public sealed partial class RequestSettingsArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the settings, unique within the version.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Whether the cache is asked.</summary>
    [Input("action")]
    public Input<RequestSettingsAction>? Action { get; set; }

    /// <summary>Whether plain requests are redirected to TLS.</summary>
    [Input("forceSsl")]
    public Input<bool>? ForceSsl { get; set; }

    /// <summary>Whether what the cache has is not used.</summary>
    [Input("forceMiss")]
    public Input<bool>? ForceMiss { get; set; }

    /// <summary>Whether a request does not wait for another one that fetches the same object.</summary>
    [Input("bypassBusyWait")]
    public Input<bool>? BypassBusyWait { get; set; }

    /// <summary>Host header of the request.</summary>
    [Input("defaultHost")]
    public Input<string>? DefaultHost { get; set; }

    /// <summary>Unused; kept because Fastly's API has it.</summary>
    [Input("geoHeaders")]
    public Input<bool>? GeoHeaders { get; set; }

    /// <summary>Expressions the cache key is made of, joined with commas.</summary>
    [Input("hashKeys")]
    public Input<string>? HashKeys { get; set; }

    /// <summary>How old an answer may be that is served while it is fetched anew. In seconds. At least 0.</summary>
    [Input("maxStaleAge")]
    public Input<int>? MaxStaleAge { get; set; }

    /// <summary>Whether the origin gets the X-Timer header.</summary>
    [Input("timerSupport")]
    public Input<bool>? TimerSupport { get; set; }

    /// <summary>What becomes of X-Forwarded-For.</summary>
    [Input("xff")]
    public Input<RequestSettingsXff>? Xff { get; set; }

    /// <summary>Condition of type REQUEST under which the settings apply. A name, or the definition itself: then it need not be listed.</summary>
    [Input("requestCondition")]
    public InputUnion<string, ConditionDefinition>? RequestCondition { get; set; }
}
