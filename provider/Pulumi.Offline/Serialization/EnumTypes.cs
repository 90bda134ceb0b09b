using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs that stand for named strings or numbers.</summary>
internal static class EnumTypes
{
    public static bool Is(Type type) => type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute));

    /// <summary>The string or number behind an enum value, by its explicit conversion.</summary>
    public static object? Content(object value)
    {
        var type = value.GetType();
        var conversion = type.GetMethods(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(method =>
            method.Name == "op_Explicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)))
            ?? throw new InvalidOperationException($"{type} has [EnumType] but no explicit conversion to string or double.");
        return conversion.Invoke(null, [value]);
    }

    /// <summary>The enum value for a string or number, by its constructor.</summary>
    public static object Make(Type type, object content)
    {
        var constructor = type.GetConstructor(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, [content.GetType()])
            ?? throw new InvalidOperationException($"{type} has [EnumType] but no constructor from {content.GetType()}.");
        return constructor.Invoke([content]);
    }
}
