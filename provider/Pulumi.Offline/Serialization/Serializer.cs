using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Pulumi.Serialization;

/// <summary>Turns what a program passes into property values, and notes the resources met on the way.</summary>
/// <remarks>One serializer per property: what it has met is what that property depends on.</remarks>
internal sealed class Serializer(bool keepResources, bool keepOutputs = false)
{
    /// <summary>The resources that the values come from.</summary>
    public HashSet<Resource> Dependencies { get; } = [];

    public async Task<V> Serialize(string path, object? value) => value switch
    {
        null => V.None,
        bool flag => flag,
        int number => (double)number,
        double number => number,
        string text => text,
        IInput input => await Serialize(path, input.Content).ConfigureAwait(false),
        IOutput output => await FromOutput(path, output).ConfigureAwait(false),
        IUnion union => await Serialize(path, union.Value).ConfigureAwait(false),
        AssetOrArchive asset => asset.ToValue(),
        InputArgs args => await FromArgs(path, args).ConfigureAwait(false),
        Resource resource => await FromResource(resource).ConfigureAwait(false),
        JsonElement json => Json.Read(json),
        JsonDocument json => Json.Read(json.RootElement),
        Task => throw new InvalidOperationException($"{path}: a Task is not a supported argument; wrap it with Output.Create."),
        IDictionary map => await FromMap(path, map).ConfigureAwait(false),
        IList list => await FromList(path, list).ConfigureAwait(false),
        Enum option => Convert.ToInt32(option, System.Globalization.CultureInfo.InvariantCulture),
        _ => await FromMarked(path, value).ConfigureAwait(false),
    };

    private async Task<V> FromOutput(string path, IOutput output)
    {
        var data = await output.GetData().ConfigureAwait(false);
        Dependencies.UnionWith(data.Resources);
        var value = data.IsKnown ? await Serialize(path, data.Value).ConfigureAwait(false) : V.Unknown.Instance;
        if (keepOutputs && (data.IsSecret || !data.IsKnown || !data.Resources.IsEmpty))
        {
            var urns = await Task.WhenAll(data.Resources.Select(resource => resource.Urn.Data)).ConfigureAwait(false);
            return new V.Output(
                data.IsKnown ? value : null, data.IsSecret, [.. urns.Select(urn => urn.Value).Order(StringComparer.Ordinal)]);
        }

        return data.IsSecret && value is not V.Null ? new V.Secret(value) : value;
    }

    private async Task<V> FromArgs(string path, InputArgs args)
    {
        var map = PropertyMap.Empty;
        foreach (var (name, value, isJson) in args.Members())
        {
            var item = await Serialize(Below(path, name), value).ConfigureAwait(false);
            map = item is V.Null ? map : map.With(name, isJson ? Json.Text(item) : item);
        }

        return map;
    }

    private async Task<V> FromResource(Resource resource)
    {
        var urn = await resource.Urn.Data.ConfigureAwait(false);
        if (resource is not CustomResource custom)
        {
            return keepResources ? new V.ResourceReference(urn.Value, null) : urn.Value;
        }

        Dependencies.Add(resource);
        var id = await custom.Id.Data.ConfigureAwait(false);
        V known = id.IsKnown ? id.Value : V.Unknown.Instance;
        return keepResources ? new V.ResourceReference(urn.Value, known) : known;
    }

    private async Task<V> FromMap(string path, IDictionary map)
    {
        var items = PropertyMap.Empty;
        foreach (DictionaryEntry entry in map)
        {
            var key = entry.Key as string
                ?? throw new InvalidOperationException($"{path}: a map's keys must be strings, not {entry.Key.GetType()}.");
            var item = await Serialize(Below(path, key), entry.Value).ConfigureAwait(false);
            items = item is V.Null ? items : items.With(key, item);
        }

        return items;
    }

    private async Task<V> FromList(string path, IList list)
    {
        if (IsDefaultArray(list))
        {
            return V.None;
        }

        var items = ImmutableArray.CreateBuilder<V>(list.Count);
        for (var index = 0; index < list.Count; index++)
        {
            items.Add(await Serialize($"{path}[{index}]", list[index]).ConfigureAwait(false));
        }

        return new V.List(items.ToImmutable());
    }

    // Types that say by an attribute what they are.
    private async Task<V> FromMarked(string path, object value)
    {
        var type = value.GetType();
        if (type.IsDefined(typeof(EnumTypeAttribute)))
        {
            return await Serialize(path, EnumTypes.Content(value)).ConfigureAwait(false);
        }

        if (type.IsDefined(typeof(OutputTypeAttribute)))
        {
            var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance);
            return await FromMap(path, fields.ToDictionary(Json.CamelCase, field => field.GetValue(value))).ConfigureAwait(false);
        }

        throw new InvalidOperationException(
            $"{path}: {type} is not a supported argument type. Supported are bool, int, double, string, enums, assets, "
            + "resources, InputArgs, JsonElement, and lists and string-keyed maps of these.");
    }

    // The default of an ImmutableArray throws wherever it is touched, but means "nothing".
    private static bool IsDefaultArray(IList list)
    {
        var type = list.GetType();
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && list.Equals(Activator.CreateInstance(type));
    }

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
