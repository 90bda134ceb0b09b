using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Pulumi.Serialization;

/// <summary>Turns property values into the types of a program's outputs.</summary>
/// <remarks>
/// It never throws for a value: one that doesn't fit is reported to <paramref name="warn"/> and becomes the default.
/// </remarks>
internal sealed class Deserializer(Action<string> warn, References? references = null)
{
    /// <summary>The value with what holds for it as a whole.</summary>
    public OutputData<object?> Read(string path, V value, Type target)
    {
        var lifted = Lifted.From(value);
        var resources = lifted.Dependencies.Select(urn => (Resource)new DependencyResource(urn)).ToImmutableHashSet();
        var content = lifted.IsKnown ? Convert(path, lifted.Value, target) : Default(target);
        return new(resources, content, lifted.IsKnown, lifted.IsSecret);
    }

    public static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private object? Convert(string path, V value, Type target) =>
        TryConvert(path, value, Nullable.GetUnderlyingType(target) ?? target, out var result) ? result
        : Mismatch(path, value, target);

    private object? Mismatch(string path, V value, Type target)
    {
        if (value is not V.Null)
        {
            warn($"{path}: expected {target}, but the provider answered with {Kind(value)}; the default is used.");
        }

        return Default(target);
    }

    // Kinds only: the value may be a secret.
    private static string Kind(V value) => value.GetType().Name.ToLowerInvariant();

    private bool TryConvert(string path, V value, Type target, out object? result)
    {
        result = Scalar(value, target) ?? Compound(path, value, target);
        return result is not null;
    }

    private static object? Scalar(V value, Type target) => value switch
    {
        V.Bool flag when Takes<bool>(target) => flag.Value,
        V.Number number when target == typeof(int) => (int)number.Value,
        V.Number number when Takes<double>(target) => number.Value,
        V.Number number when target.IsEnum => Enum.ToObject(target, (int)number.Value),
        V.Text text when Takes<string>(target) => text.Value,
        V.Text text when EnumTypes.Is(target) => EnumTypes.Make(target, text.Value),
        V.Number number when EnumTypes.Is(target) => EnumTypes.Make(target, number.Value),
        V.Asset asset when target.IsAssignableFrom(typeof(Asset)) => ToAsset(asset),
        V.Archive archive when target.IsAssignableFrom(typeof(Archive)) => ToArchive(archive),
        _ => null,
    };

    private static bool Takes<T>(Type target) => target == typeof(T) || target == typeof(object);

    private object? Compound(string path, V value, Type target) => value switch
    {
        _ when target == typeof(JsonElement) && value is not V.Null => JsonSerializer.SerializeToElement(Json.Node(value)),
        _ when Generics.Is(target, typeof(Union<,>)) => ToUnion(path, value, target),
        V.ResourceReference reference => ToResource(reference, target),
        V.List list when target == typeof(object) => Items<object?>(path, list, typeof(object)),
        V.List list when Generics.Is(target, typeof(ImmutableArray<>)) =>
            Generics.Array(target, Items<object?>(path, list, target.GenericTypeArguments[0])),
        V.Map map when target == typeof(object) => Entries(path, map, typeof(object)).ToImmutableDictionary(),
        V.Map map when Generics.IsStringMap(target) => Generics.Map(target, Entries(path, map, target.GenericTypeArguments[1])),
        V.Map map when target.IsDefined(typeof(OutputTypeAttribute)) => ToOutputType(path, map.Items, target),
        _ => null,
    };

    private ImmutableArray<T> Items<T>(string path, V.List list, Type element) =>
        [.. list.Items.Select((item, index) => (T)Convert($"{path}[{index}]", item, element)!)];

    private IEnumerable<KeyValuePair<string, object?>> Entries(string path, V.Map map, Type element) =>
        map.Items.Select(item => KeyValuePair.Create(item.Key, Convert($"{path}.{item.Key}", item.Value, element)));

    private object? ToUnion(string path, V value, Type target)
    {
        var types = target.GenericTypeArguments;
        for (var index = 0; index < types.Length; index++)
        {
            if (TryConvert(path, value, types[index], out var content))
            {
                return target.GetMethod(index == 0 ? "FromT0" : "FromT1")!.Invoke(null, [content]); // Union's own methods.
            }
        }

        return null;
    }

    private object ToOutputType(string path, PropertyMap map, Type target)
    {
        var constructor = OutputTypes.Constructor(target);
        var arguments = constructor.GetParameters().Select(parameter =>
        {
            var name = OutputTypes.NameOf(parameter);
            return Convert($"{path}.{name}", map[name], parameter.ParameterType);
        });
        return constructor.Invoke([.. arguments]);
    }

    private object? ToResource(V.ResourceReference reference, Type target) =>
        references is not null ? references.Resolve(reference, target)
        : target.IsAssignableFrom(typeof(DependencyResource)) ? new DependencyResource(reference.Urn)
        : null;

    private static Asset? ToAsset(V.Asset asset) =>
        asset.Path is { } path ? new FileAsset(path)
        : asset.Uri is { } uri ? new RemoteAsset(uri)
        : asset.Content is { } text ? new StringAsset(text)
        : null;

    private static Archive? ToArchive(V.Archive archive) =>
        archive.Path is { } path ? new FileArchive(path)
        : archive.Uri is { } uri ? new RemoteArchive(uri)
        : archive.Parts is { } parts ? new AssetArchive(parts.ToDictionary(part => part.Key, part => Part(part.Value)))
        : null;

    private static AssetOrArchive Part(V part) =>
        part is V.Archive archive ? ToArchive(archive) ?? new AssetArchive(new Dictionary<string, AssetOrArchive>())
        : ToAsset(part as V.Asset ?? new V.Asset()) ?? new StringAsset("");
}
