// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>The general settings of a version.</summary>
[OutputType]
public sealed class Settings
{
    /// <summary>How long an answer is cached that does not say so itself. In seconds. At least 0. Default: 3600.</summary>
    public readonly int? DefaultTtl;

    /// <summary>Host of requests that name none. The runtime asks the one service that has it for them.</summary>
    public readonly string? DefaultHost;

    /// <summary>Unused; kept because Fastly's API has it. At least 0. Default: 0.</summary>
    public readonly int? DefaultPci;

    /// <summary>Whether stale answers are served while the origin fails. Default: false.</summary>
    public readonly bool? StaleIfError;

    /// <summary>How long stale answers may be served. In seconds. At least 0. Default: 43200.</summary>
    public readonly int? StaleIfErrorTtl;

    /// <summary>Hosts that rules may send requests to without a backend: api.example.com or *.example.com, on ports 80 and 443, or api.example.com:8443. Empty, there are none. Only the bundled runtime knows it.</summary>
    public readonly ImmutableArray<string> DynamicBackends;

    [OutputConstructor]
    public Settings(
        int? defaultTtl = default,
        string? defaultHost = default,
        int? defaultPci = default,
        bool? staleIfError = default,
        int? staleIfErrorTtl = default,
        ImmutableArray<string> dynamicBackends = default)
    {
        DefaultTtl = defaultTtl;
        DefaultHost = defaultHost;
        DefaultPci = defaultPci;
        StaleIfError = staleIfError;
        StaleIfErrorTtl = staleIfErrorTtl;
        DynamicBackends = dynamicBackends.IsDefault ? [] : dynamicBackends;
    }
}
