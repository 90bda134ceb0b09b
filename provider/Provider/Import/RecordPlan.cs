using System.Collections.Immutable;
using System.Globalization;
using EdgeInfra.Model;
using EdgeInfra.Plugin.Schema;

namespace EdgeInfra.Plugin.Import;

/// <summary>What a program has to say of a record: all that is not so by itself.</summary>
internal static class RecordPlan
{
    /// <param name="variable">Its name where its own is left out.</param>
    /// <param name="value">The value to state for a field, for those that are not just written.</param>
    public static ImmutableArray<(string Name, PlannedValue Value)> Of(
        IFieldTable table, INamed record, string variable, Func<Field, object, PlannedValue?> value) =>
    [
        .. from field in Telling(table, record)
           where field.Name != "name" || record.Name != variable
           let stated = table.ValueOf(record, field)!
           select (field.Name, value(field, stated) ?? Plain(table, field, stated)),
    ];

    /// <summary>The fields whose value does not follow from being left out.</summary>
    private static IEnumerable<Field> Telling(IFieldTable table, INamed record)
    {
        var given = table.Where(field => field.Required || !IsUsual(table.ValueOf(record, field), field.Default)).ToList();
        var settled = table.Normalise(record);
        return given.Where(field => field.Follows is null || !Equals(
            table.Normalise(Reduced(table, record, given.Where(other => other != field))), settled));
    }

    private static bool IsUsual(object? value, object? usual) =>
        Equals(value, usual) || value is null or "" or ValueList<string> { Count: 0 } && usual is null or "" or ValueList<string> { Count: 0 };

    private static object Reduced(IFieldTable table, INamed record, IEnumerable<Field> fields) =>
        table.ReadValues(fields.ToDictionary(field => field.Name, field => table.ValueOf(record, field))).Record;

    private static PlannedValue Plain(IFieldTable table, Field field, object value) =>
        field.OneOf.FirstOrDefault(choice => choice.Value == Convert.ToString(value, CultureInfo.InvariantCulture)) is { } choice
            ? new PlannedValue.Choice(EnumSchema.NameOf(table, field), EnumSchema.MemberOf(choice), Literal(value))
            : Literal(value);

    private static PlannedValue Literal(object value) => value switch
    {
        string text => new PlannedValue.Text(text),
        int number => new PlannedValue.Number(number),
        bool flag => new PlannedValue.Flag(flag),
        ValueList<string> texts => new PlannedValue.Items([.. texts.Select(text => new PlannedValue.Text(text))]),
        _ => throw new InvalidOperationException($"no program states a {value.GetType().Name}"),
    };
}
