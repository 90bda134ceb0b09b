using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Components;

/// <summary>The backend and the healthcheck that a store comes to, as inputs of those resources.</summary>
internal sealed record OriginPlan(PropertyMap Backend, PropertyMap Healthcheck, V Url) : IPlan
{
    public ImmutableArray<Failure> Failures { get; init; } = [];

    public ImmutableArray<string> Warnings { get; init; } = [];

    public async Task<ImmutableArray<ComponentOutput>> Build(Construction construction)
    {
        var (healthcheck, backend) = await Register(construction);
        return
        [
            new("definition", backend["definition"], backend.Urn, healthcheck.Urn),
            new("credentials", backend["credentials"], backend.Urn),
            new("healthcheck", healthcheck["definition"], healthcheck.Urn),
            new("url", Url),
        ];
    }

    /// <summary>The backend is given its healthcheck's definition, so that a version that lists the one has the other.</summary>
    public async Task<(Child Healthcheck, Child Backend)> Register(Construction construction)
    {
        var healthcheck = await construction.Add("Healthcheck", construction.Name, Healthcheck);
        var backend = await construction.Add("Backend", construction.Name, Backend.With("healthcheck", healthcheck["definition"]), healthcheck);
        return (healthcheck, backend);
    }
}
