using System.Collections.Immutable;
using System.Globalization;
using EdgeInfra.Model;
using EdgeInfra.Plugin.Schema;

namespace EdgeInfra.Plugin.Import;

/// <summary>What a program has to say of a record: all that is not so by itself.</summary>
internal static class RecordPlan
{
    /// <summary>The value to state for a field, told by its path, if it is not just written.</summary>
    public delegate PlannedValue? Value(Field field, string path, object value);

    /// <param name="variable">Its name where its own is left out.</param>
    public static ImmutableArray<(string Name, PlannedValue Value)> Of(
        IFieldTable table, INamed record, string variable, Value value) =>
    [.. Stated(table, record, "", value).Where(stated => stated.Name != "name" || record.Name != variable)];

    private static ImmutableArray<(string Name, PlannedValue Value)> Stated(IFieldTable table, object record, string above, Value value) =>
    [
        .. from field in Telling(table, record)
           let stated = table.ValueOf(record, field)!
           select (field.Name, value(field, above + field.Name, stated) ?? Plain(table, field, stated, above + field.Name, value)),
    ];

    /// <summary>The fields whose value does not follow from being left out.</summary>
    private static IEnumerable<Field> Telling(IFieldTable table, object record)
    {
        var given = table.Where(field => field.Required || !IsUsual(table.ValueOf(record, field), field.Default)).ToList();
        var settled = table.Normalise(record);
        return given.Where(field => field.Follows is null || !Equals(
            table.Normalise(Reduced(table, record, given.Where(other => other != field))), settled));
    }

    private static bool IsUsual(object? value, object? usual) =>
        Equals(value, usual) || (IsEmpty(value) && IsEmpty(usual));

    private static bool IsEmpty(object? value) => value is null or "" or IReadOnlyCollection<object> { Count: 0 };

    private static object Reduced(IFieldTable table, object record, IEnumerable<Field> fields) =>
        table.ReadValues(fields.ToDictionary(field => field.Name, field => table.ValueOf(record, field))).Record;

    private static PlannedValue Plain(IFieldTable table, Field field, object value, string path, Value stated) =>
        field.Part is { } part
            ? !field.IsList ? Object(part, value, path, stated)
            : new PlannedValue.Items([.. field.Records(value).Select((item, i) => Object(part, item, $"{path}[{i}]", stated))])
        : field.OneOf.FirstOrDefault(choice => choice.Value == Convert.ToString(value, CultureInfo.InvariantCulture)) is { } choice
            ? new PlannedValue.Choice(EnumSchema.NameOf(table, field), EnumSchema.MemberOf(choice), Literal(value))
        : Literal(value);

    private static PlannedValue.Fields Object(IFieldTable part, object record, string path, Value stated) =>
        new(part.RecordType.Name, Stated(part, record, $"{path}.", stated));

    private static PlannedValue Literal(object value) => value switch
    {
        string text => new PlannedValue.Text(text),
        int number => new PlannedValue.Number(number),
        bool flag => new PlannedValue.Flag(flag),
        ValueList<string> texts => new PlannedValue.Items([.. texts.Select(text => new PlannedValue.Text(text))]),
        _ => throw new InvalidOperationException($"no program states a {value.GetType().Name}"),
    };
}
