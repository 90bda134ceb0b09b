using EdgeInfra.Model;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Records;

/// <summary>Where within a field's value something is unknown or secret: the field itself, or fields of the records that it holds.</summary>
internal static class PathsWithin
{
    public static IEnumerable<string> Unknown(Field field, V value) => Of(
        field, value, field.Name, value => value.Bare() is V.Unknown, value => value.HasUnknown());

    public static IEnumerable<string> Secret(Field field, V value) => Of(
        field, value, field.Name, value => value is V.Secret or V.Output { IsSecret: true }, value => value.HasSecret());

    /// <param name="itself">Whether it holds of the whole value.</param>
    /// <param name="anywhere">Whether it holds of anything in the value.</param>
    private static IEnumerable<string> Of(Field field, V value, string path, Func<V, bool> itself, Func<V, bool> anywhere) =>
        !anywhere(value) ? []
        : itself(value) ? [path]
        : (field.Part, value.Bare()) switch
        {
            ({ } part, V.Map(var items)) => items.SelectMany(item => part.Find(item.Key) is { } inner
                ? Of(inner, item.Value, $"{path}.{item.Key}", itself, anywhere)
                : []),
            (not null, V.List(var items)) => items.SelectMany((item, i) => Of(field, item, $"{path}[{i}]", itself, anywhere)),
            _ => [path],
        };
}
