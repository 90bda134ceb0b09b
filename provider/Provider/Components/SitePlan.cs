using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Components;

/// <summary>A service, its origin and the version that is live, as inputs of those resources.</summary>
internal sealed record SitePlan(OriginPlan Origin, PropertyMap Service, PropertyMap Version) : IPlan
{
    public ImmutableArray<Failure> Failures { get; init; } = [];

    public ImmutableArray<string> Warnings => Origin.Warnings;

    public async Task<ImmutableArray<ComponentOutput>> Build(Construction construction)
    {
        var service = await construction.Add("Service", construction.Name, Service);
        var (_, backend) = await Origin.Register(construction);
        var version = await construction.Add("ServiceVersion", construction.Name, Version
            .With("serviceId", service.IdValue)
            .With("backends", new V.List(backend["definition"]))
            .With("credentials", new V.List(backend["credentials"])), service, backend);
        return
        [
            new("serviceId", service.IdValue, service.Urn),
            new("version", version["number"], version.Urn),
            new("active", version["active"], version.Urn),
            new("definition", backend["definition"], backend.Urn),
        ];
    }
}
