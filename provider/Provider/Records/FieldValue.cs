using EdgeInfra.Model;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Records;

/// <summary>Field values of the model in Pulumi's words, and back.</summary>
internal static class FieldValue
{
    /// <summary>Null for what is unset or empty: both mean the same to a program.</summary>
    public static V Write(object? value) => value switch
    {
        null or "" => V.None,
        string text => text,
        bool flag => flag,
        int number => number,
        IReadOnlyCollection<object> { Count: 0 } => V.None,
        ValueList<string> list => new V.List(list.Select(item => (V)item)),
        _ => throw new InvalidOperationException($"no property value for {value.GetType().Name}"),
    };

    /// <summary>A value without wrappers, in the plain C# types that field tables read.</summary>
    public static object? Read(V value) => value.Bare() switch
    {
        V.Text text => text.Value,
        V.Number number => number.Value,
        V.Bool flag => flag.Value,
        V.List list => list.Items.Select(Read).ToList(),
        V.Map map => map.Items.ToDictionary(item => item.Key, item => Read(item.Value)),
        V.Null or V.Unknown => null, // who asks knows what is unknown
        var other => other, // assets and references fit no field: the table says so
    };
}
