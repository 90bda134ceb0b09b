using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Plugins;

/// <summary>
/// What resources are and which properties they have, as the schemas of the providers in use tell it; each is asked once, and only when
/// somebody wants to know.
/// </summary>
internal sealed class ResourceSchemas(ProviderRegistry providers)
{
    private static readonly string[] Parts = ["properties", "inputProperties"];

    private readonly ConcurrentDictionary<string, Lazy<Task<ImmutableDictionary<string, ResourceSchema>>>> _packages = new(StringComparer.Ordinal);

    /// <summary>The names of a type's properties; null when nobody knows.</summary>
    public async Task<ImmutableSortedSet<string>?> PropertiesOf(string type) =>
        providers.Started(Urn.Package(type)) is { } provider ? (await Of(type, provider).ConfigureAwait(false))?.Properties : null;

    /// <summary>Whether the provider constructs it, instead of managing it. Starts the plugin if it must.</summary>
    public async Task<bool> IsComponent(string type, string version)
    {
        try
        {
            return !type.StartsWith("pulumi:", StringComparison.Ordinal)
                && await Of(type, await providers.Any(Urn.Package(type), version).ConfigureAwait(false)).ConfigureAwait(false) is { IsComponent: true };
        }
        catch (Exception without) when (without is PluginNotFoundException or RpcException)
        {
            return false; // whoever registers it is told
        }
    }

    private async Task<ResourceSchema?> Of(string type, IProvider provider)
    {
        var package = _packages.GetOrAdd(provider.Package, _ => new(() => Read(provider)));
        return (await package.Value.ConfigureAwait(false)).GetValueOrDefault(type);
    }

    private static async Task<ImmutableDictionary<string, ResourceSchema>> Read(IProvider provider)
    {
        var none = ImmutableDictionary<string, ResourceSchema>.Empty;
        try
        {
            using var schema = JsonDocument.Parse(await provider.GetSchema(CancellationToken.None).ConfigureAwait(false));
            return schema.RootElement.TryGetProperty("resources", out var resources)
                ? resources.EnumerateObject().ToImmutableDictionary(resource => resource.Name, resource => Described(resource.Value))
                : none;
        }
        catch (Exception without) when (without is RpcException or JsonException or InvalidOperationException)
        {
            return none; // a provider need not have a schema, nor a good one
        }
    }

    private static ResourceSchema Described(JsonElement resource) => new(
        resource.TryGetProperty("isComponent", out var component) && component.ValueKind == JsonValueKind.True,
        Parts.SelectMany(part => resource.TryGetProperty(part, out var properties) ? properties.EnumerateObject().Select(property => property.Name) : [])
            .ToImmutableSortedSet(StringComparer.Ordinal));
}
