using System.Globalization;

namespace EdgeInfra.Model;

/// <summary>Fits a value of a stack program, where every number is a double, to a field's type.</summary>
internal static class LooseValue
{
    /// <summary>The fitted value; <paramref name="reason"/> is null when it fits.</summary>
    public static object? Fit(Field field, object value, out string? reason)
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
            case not string and IEnumerable<object?> items
                when field.Type == typeof(ValueList<string>) && items.All(item => item is string):
                return items.Cast<string>().ToValueList();
            default:
                reason = $"is {Describe(value, field.Secret)}, but must be {Wanted(field.Type)}.";
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

    private static string Wanted(Type type) =>
        type == typeof(string) ? "a text"
        : type == typeof(int) ? "a whole number"
        : type == typeof(bool) ? "true or false"
        : "a list of texts";

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
