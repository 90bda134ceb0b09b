using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Plugins;

/// <summary>Which properties resources have, as the schemas of the providers in use tell it; each is asked once, and only when somebody wants to know.</summary>
internal sealed class PropertyNames(ProviderRegistry providers)
{
    private static readonly string[] Parts = ["properties", "inputProperties"];

    private readonly ConcurrentDictionary<string, Lazy<Task<ImmutableDictionary<string, ImmutableSortedSet<string>>>>> _packages = new(StringComparer.Ordinal);

    /// <summary>Null when nobody knows.</summary>
    public async Task<ImmutableSortedSet<string>?> Of(string type)
    {
        var package = _packages.GetOrAdd(Urn.Package(type), name => new(() => Read(name)));
        return (await package.Value.ConfigureAwait(false)).GetValueOrDefault(type);
    }

    private async Task<ImmutableDictionary<string, ImmutableSortedSet<string>>> Read(string package)
    {
        var none = ImmutableDictionary<string, ImmutableSortedSet<string>>.Empty;
        try
        {
            if (providers.Started(package) is not { } provider)
            {
                return none;
            }

            using var schema = JsonDocument.Parse(await provider.GetSchema(CancellationToken.None).ConfigureAwait(false));
            return schema.RootElement.TryGetProperty("resources", out var resources)
                ? resources.EnumerateObject().ToImmutableDictionary(resource => resource.Name, resource => Names(resource.Value))
                : none;
        }
        catch (Exception without) when (without is RpcException or JsonException or InvalidOperationException)
        {
            return none; // a provider need not have a schema, nor a good one
        }
    }

    private static ImmutableSortedSet<string> Names(JsonElement resource) => Parts
        .SelectMany(part => resource.TryGetProperty(part, out var properties) ? properties.EnumerateObject().Select(property => property.Name) : [])
        .ToImmutableSortedSet(StringComparer.Ordinal);
}
