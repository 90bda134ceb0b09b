using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Makes collections whose element type is known only at run time.</summary>
internal static class Generics
{
    private static readonly MethodInfo ArrayOf = Private(nameof(ArrayOfT));
    private static readonly MethodInfo MapOf = Private(nameof(MapOfT));

    public static bool Is(Type type, Type definition) =>
        type.IsConstructedGenericType && type.GetGenericTypeDefinition() == definition;

    public static bool IsStringMap(Type type) =>
        Is(type, typeof(ImmutableDictionary<,>)) && type.GenericTypeArguments[0] == typeof(string);

    public static object Array(Type array, IEnumerable<object?> items) => Make(ArrayOf, array.GenericTypeArguments[0], items);

    public static object Map(Type map, IEnumerable<KeyValuePair<string, object?>> entries) =>
        Make(MapOf, map.GenericTypeArguments[1], entries);

    private static MethodInfo Private(string name) =>
        typeof(Generics).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!; // Named by nameof.

    private static object Make(MethodInfo method, Type element, object content) =>
        method.MakeGenericMethod(element).Invoke(null, [content])!; // Both return a collection.

    private static ImmutableArray<T> ArrayOfT<T>(IEnumerable<object?> items) => [.. items.Select(item => (T)item!)];

    private static ImmutableDictionary<string, T> MapOfT<T>(IEnumerable<KeyValuePair<string, object?>> entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => (T)entry.Value!);
}
