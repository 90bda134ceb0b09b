namespace EdgeInfra.Model;

/// <summary>
/// One active version, compiled. Domains are in lower case without a final dot; <c>*.</c> at the front stands for every
/// name below.
/// </summary>
/// <param name="Contents">What the version's conditions look up. A change of it makes another config of the same version.</param>
/// <param name="Origins">Every origin of the version, in declared order, also those no request goes to now.</param>
public sealed record ServiceConfig(
    string ServiceId, int VersionNumber, ValueList<string> Domains, ValueList<Origin> Origins, BackendChoice Choice,
    VersionContents Contents)
{
    public ValueList<OriginGroup> Directors { get; init; } = [];

    /// <summary>Where rules may send requests to without a declared backend: see <see cref="DynamicBackend"/>.</summary>
    public ValueList<HostPattern> DynamicHosts { get; init; } = [];

    /// <summary>What happens to requests and answers besides.</summary>
    public TrafficRules Rules { get; init; } = TrafficRules.None;
}
