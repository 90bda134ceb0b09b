using System.Reflection;
using System.Runtime.CompilerServices;

namespace Unit.Conventions;

/// <summary>The public surface of an assembly, one signature a line: what another version may not change unseen.</summary>
/// <remarks>Nullability of references is left out; that of values is part of their type.</remarks>
internal static class ApiListing
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(int)] = "int", [typeof(double)] = "double", [typeof(string)] = "string",
        [typeof(object)] = "object", [typeof(void)] = "void", [typeof(byte)] = "byte", [typeof(long)] = "long",
    };

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes()
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .SelectMany(type => Members(type).Order(StringComparer.Ordinal).Prepend(Head(type)));

    private static string Head(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : "class";
        var modifier = type.IsInterface || type.IsValueType ? "" : type is { IsAbstract: true, IsSealed: true } ? "static "
            : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        var parent = type.BaseType is { } above && above != typeof(object) && above != typeof(ValueType)
            ? " : " + Name(above)
            : "";
        return $"{type.Namespace} {modifier}{kind} {Name(type)}{parent}";
    }

    private static IEnumerable<string> Members(Type type) =>
    [
        .. type.GetConstructors(Own).Where(IsOffered).Select(one => $"    {Access(one)}ctor({Parameters(one)})"),
        .. type.GetFields(Own).Where(field => field.IsPublic && !field.IsSpecialName).Select(Field),
        .. type.GetProperties(Own).Where(one => one.GetAccessors(true).Any(IsOffered)).Select(Property),
        .. type.GetMethods(Own).Where(
            one => IsOffered(one) && (!one.IsSpecialName || one.Name.StartsWith("op_", StringComparison.Ordinal)))
            .Select(Method),
    ];

    private static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily;

    private static string Access(MethodBase method) => method.IsFamily ? "protected " : "";

    private static string Field(FieldInfo field)
    {
        var modifiers = (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"    {modifiers}{Name(field.FieldType)} {field.Name}";
    }

    private static string Property(PropertyInfo property)
    {
        var get = property.GetMethod is { } getter && IsOffered(getter) ? "get; " : "";
        var set = property.SetMethod is { } setter && IsOffered(setter) ? "set; " : "";
        var index = property.GetIndexParameters() is [{ } key] ? $"this[{Name(key.ParameterType)} {key.Name}]" : property.Name;
        var modifier = property.GetAccessors(true).Any(one => one.IsStatic) ? "static " : "";
        return $"    {modifier}{Name(property.PropertyType)} {index} {{ {get}{set}}}";
    }

    private static string Method(MethodInfo method)
    {
        var overrides = method.GetBaseDefinition() != method;
        var modifier = method.IsStatic ? "static " : overrides ? "override " : "";
        var types = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        var self = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"    {Access(method)}{modifier}{Name(method.ReturnType)} {method.Name}{types}({self}{Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var list = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var value = !parameter.HasDefaultValue ? "" : " = " + parameter.DefaultValue switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            var other => other.ToString(),
        };
        return $"{list}{Name(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]"; // An array has one.
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var arguments = string.Join(", ", type.GetGenericArguments().Select(Name));
        return type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)
            ? $"({arguments})"
            : $"{type.Name.Split('`')[0]}<{arguments}>";
    }
}
