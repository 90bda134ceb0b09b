using System.Text.Json;

namespace EdgeInfra.Model;

public sealed partial class FieldTable<T>
{
    object? IFieldTable.ValueOf(object record, Field field) => ValueOf((T)record, field);

    ValueList<Failure> IFieldTable.Check(object record) => Check((T)record);

    ValueList<Change> IFieldTable.Diff(object before, object after) => Diff((T)before, (T)after);

    object IFieldTable.Normalise(object record) => Normalise((T)record);

    ValueList<KeyValuePair<string, string>> IFieldTable.ToForm(object record) => ToForm((T)record);

    ValueList<KeyValuePair<string, string>> IFieldTable.ToForm(object before, object after) => ToForm((T)before, (T)after);

    Reading<object> IFieldTable.ApplyForm(object record, IEnumerable<KeyValuePair<string, string>> form) =>
        Untyped(ApplyForm((T)record, form));

    Reading<object> IFieldTable.ReadForm(IEnumerable<KeyValuePair<string, string>> form) => Untyped(ReadForm(form));

    Reading<object> IFieldTable.ReadValues(IReadOnlyDictionary<string, object?> values, IReadOnlySet<string>? unknown) =>
        Untyped(ReadValues(values, unknown));

    void IFieldTable.WriteJson(Utf8JsonWriter writer, object record) => WriteJson(writer, (T)record);

    Reading<object> IFieldTable.Fit(IReadOnlyDictionary<string, object?> values, bool byWireName, IReadOnlySet<string> unknown) =>
        Untyped(Fit(values, byWireName, unknown));

    object IFieldTable.ListOf(IEnumerable<object> records) => records.Cast<T>().ToValueList();

    private static Reading<object> Untyped(Reading<T> reading) => new(reading.Record, reading.Failures);
}
