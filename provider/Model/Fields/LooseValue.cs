using System.Globalization;

namespace EdgeInfra.Model;

using Fitted = (object? Value, IReadOnlyList<Failure> Failures);

/// <summary>Fits a value of a stack program, where every number is a double, or one of JSON to a field's type.</summary>
internal static class LooseValue
{
    /// <summary>The fitted value, null if it does not fit. Records are there even when parts of them do not: those keep their default.</summary>
    /// <param name="unknown">Paths from the value on whose values are not known yet.</param>
    public static Fitted Fit(Field field, object value, bool byWireName, IReadOnlySet<string> unknown)
    {
        if (field.Part is not null)
        {
            if (field.Type.IsInstanceOfType(value))
            {
                return (value, []);
            }

            return field.IsList ? List(field, value, byWireName, unknown) : Record(field, field.Name, value, byWireName, unknown);
        }

        var fitted = Plain(field, value, out var reason);
        return reason is null ? (fitted, []) : (null, [new Failure(field.Name, reason)]);
    }

    private static Fitted List(Field field, object value, bool byWireName, IReadOnlySet<string> unknown)
    {
        if (value is string or IReadOnlyDictionary<string, object?> || value is not IEnumerable<object?> items)
        {
            return (null, [new Failure(field.Name, $"is {Describe(value, field.HoldsSecret)}, but must be a list of objects.")]);
        }

        // One that cannot be read still has its place, so that the positions of the others stay what they are.
        var records = items.Select((item, i) => unknown.Contains($"[{i}]")
            ? new Fitted(null, [])
            : Record(field, PartValue.PathOf(field, i), item, byWireName, FieldPath.Below($"[{i}]", unknown))).ToList();
        var all = records.Select(record => record.Value ?? Nothing(field, byWireName));
        return (field.Part!.ListOf(all), [.. records.SelectMany(record => record.Failures)]);
    }

    private static Fitted Record(Field field, string path, object? value, bool byWireName, IReadOnlySet<string> unknown)
    {
        if (value is not IReadOnlyDictionary<string, object?> values)
        {
            return (null, [new Failure(path, $"is {(value is null ? "null" : Describe(value, field.HoldsSecret))}, but must be an object.")]);
        }

        var reading = field.Part!.Fit(values, byWireName, unknown);
        return (reading.Record, [.. reading.Failures.Select(failure => failure with { Property = $"{path}.{failure.Property}" })]);
    }

    private static object Nothing(Field field, bool byWireName) =>
        field.Part!.Fit(new Dictionary<string, object?>(), byWireName, new HashSet<string>()).Record;

    private static object? Plain(Field field, object value, out string? reason)
    {
        reason = null;
        switch (value)
        {
            case string when field.Type == typeof(string):
            case bool when field.Type == typeof(bool):
            case int when field.Type == typeof(int):
                return value;
            case double or long or decimal when field.Type == typeof(int):
                return Whole(Convert.ToDouble(value, CultureInfo.InvariantCulture), out reason);
            case string text when field.Type == typeof(int)
                && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                return number; // configuration values and YAML interpolation are always text
            case "true" or "false" when field.Type == typeof(bool):
                return value is "true";
            case not string and IEnumerable<object?> items when field.IsList && items.All(item => item is string):
                return items.Cast<string>().ToValueList();
            default:
                reason = $"is {Describe(value, field.Secret)}, but must be {Wanted(field)}.";
                return null;
        }
    }

    private static object? Whole(double number, out string? reason)
    {
        var fits = Math.Truncate(number) == number && number is >= int.MinValue and <= int.MaxValue;
        reason = fits
            ? null
            : $"is {number.ToString(CultureInfo.InvariantCulture)}, but must be a whole number within ±{int.MaxValue}.";
        return fits ? (int)number : null;
    }

    private static string Wanted(Field field) =>
        field.IsList ? "a list of texts"
        : field.Type == typeof(int) ? "a whole number"
        : field.Type == typeof(bool) ? "true or false"
        : "a text";

    private static string Describe(object value, bool secret) => value switch
    {
        string text => secret ? "a text" : $"the text \"{text}\"",
        bool flag => flag ? "true" : "false",
        double or int or long or decimal => secret
            ? "a number"
            : "the number " + Convert.ToString(value, CultureInfo.InvariantCulture),
        System.Collections.IDictionary or IReadOnlyDictionary<string, object?> => "an object",
        System.Collections.IEnumerable => "a list",
        _ => "something else",
    };
}
