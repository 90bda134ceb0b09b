using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Which types an output may have, and how the user's own ones are made.</summary>
internal static class OutputTypes
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object),
        typeof(Asset), typeof(Archive), typeof(AssetOrArchive), typeof(JsonElement),
    ];

    /// <summary>Everything that is wrong with an output's type, each with the path to it; nothing if it is right.</summary>
    public static IEnumerable<string> Problems(string path, Type type) => Problems(path, type, []);

    public static ConstructorInfo Constructor(Type type) => Marked(type).Single();

    public static string NameOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name ?? "";

    private static IEnumerable<ConstructorInfo> Marked(Type type) => type
        .GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        .Where(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute)));

    private static IEnumerable<string> Problems(string path, Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Plain.Contains(type) || type.IsAssignableTo(typeof(Resource)) || !seen.Add(type))
        {
            return [];
        }

        if (type.IsEnum)
        {
            return Enum.GetUnderlyingType(type) == typeof(int) ? [] : [$"{path}: {type} is an enum, but not of int"];
        }

        if (EnumTypes.Is(type))
        {
            return [];
        }

        if (Generics.Is(type, typeof(Union<,>)) || Generics.Is(type, typeof(ImmutableArray<>)) || Generics.IsStringMap(type))
        {
            return type.GenericTypeArguments.SelectMany(argument => Problems($"{path}<{argument.Name}>", argument, seen));
        }

        return type.IsDefined(typeof(OutputTypeAttribute)) ? OfParameters(path, type, seen) : [Unsupported(path, type)];
    }

    private static IEnumerable<string> OfParameters(string path, Type type, HashSet<Type> seen) => Marked(type).Count() == 1
        ? Constructor(type).GetParameters().SelectMany(one => Problems($"{path}.{NameOf(one)}", one.ParameterType, seen))
        : [$"{path}: {type} needs exactly one constructor with [OutputConstructor]"];

    private static string Unsupported(string path, Type type) =>
        $"{path}: {type} is not a type an output can have; these are bool, int, double, string, object, enums, assets and "
        + "archives, JsonElement, resources, Union, ImmutableArray, ImmutableDictionary<string, …> and classes with [OutputType]";
}
