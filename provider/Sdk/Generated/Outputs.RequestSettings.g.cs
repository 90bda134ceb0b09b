// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>How requests are treated, where a condition holds.</summary>
[OutputType]
public sealed class RequestSettings
{
    /// <summary>Name of the settings, unique within the version.</summary>
    public readonly string Name;

    /// <summary>Whether the cache is asked.</summary>
    public readonly RequestSettingsAction? Action;

    /// <summary>Whether plain requests are redirected to TLS.</summary>
    public readonly bool? ForceSsl;

    /// <summary>Whether what the cache has is not used.</summary>
    public readonly bool? ForceMiss;

    /// <summary>Whether a request does not wait for another one that fetches the same object.</summary>
    public readonly bool? BypassBusyWait;

    /// <summary>Host header of the request.</summary>
    public readonly string? DefaultHost;

    /// <summary>Unused; kept because Fastly's API has it.</summary>
    public readonly bool? GeoHeaders;

    /// <summary>Expressions the cache key is made of, joined with commas.</summary>
    public readonly string? HashKeys;

    /// <summary>How old an answer may be that is served while it is fetched anew. In seconds. At least 0.</summary>
    public readonly int? MaxStaleAge;

    /// <summary>Whether the origin gets the X-Timer header.</summary>
    public readonly bool? TimerSupport;

    /// <summary>What becomes of X-Forwarded-For.</summary>
    public readonly RequestSettingsXff? Xff;

    /// <summary>Condition of type REQUEST under which the settings apply. A name, or the definition itself: then it need not be listed.</summary>
    public readonly Union<string, ConditionDefinition>? RequestCondition;

    [OutputConstructor]
    public RequestSettings(
        string name,
        RequestSettingsAction? action = default,
        bool? forceSsl = default,
        bool? forceMiss = default,
        bool? bypassBusyWait = default,
        string? defaultHost = default,
        bool? geoHeaders = default,
        string? hashKeys = default,
        int? maxStaleAge = default,
        bool? timerSupport = default,
        RequestSettingsXff? xff = default,
        Union<string, ConditionDefinition>? requestCondition = default)
    {
        Name = name;
        Action = action;
        ForceSsl = forceSsl;
        ForceMiss = forceMiss;
        BypassBusyWait = bypassBusyWait;
        DefaultHost = defaultHost;
        GeoHeaders = geoHeaders;
        HashKeys = hashKeys;
        MaxStaleAge = maxStaleAge;
        TimerSupport = timerSupport;
        Xff = xff;
        RequestCondition = requestCondition;
    }
}
