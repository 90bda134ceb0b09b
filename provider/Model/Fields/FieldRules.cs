using System.Globalization;

namespace EdgeInfra.Model;

/// <summary>What one field refuses, in words that read after its name.</summary>
internal static class FieldRules
{
    private const int LongestName = 255, LongestLine = 8192;

    /// <summary>Why the value is not allowed, or null when it is.</summary>
    public static string? Refuse(Field field, object? value)
    {
        if (value is null or "" && field.Required)
        {
            return "is required: give it a value.";
        }

        return value is null || Equals(value, field.Default) ? null : RefuseValue(field, value);
    }

    /// <summary>Whether a value is refused only because its effect is not built yet.</summary>
    public static bool IsNotYet(Field field, object? value) =>
        field.OneOf.Any(choice => choice.NotYet is not null && choice.Value == value as string);

    private static string? RefuseValue(Field field, object value) => value switch
    {
        int number when field.OneOf.Count > 0 => NotAChoice(field, Show(number)),
        int number => OutOfRange(field, number),
        string text when text.Length > field.MaxLength =>
            $"has {Show(text.Length)} characters, but may have {Show(field.MaxLength.Value)} at most.",
        string text when text.Length > LongestOf(field) => $"is {Show(text.Length)} characters long, but must be at most {Show(LongestOf(field))}.",
        string text when field.OneOf.Count > 0 => NotAChoice(field, text),
        string text => TextRules.Refuse(field.Format, text) is { } reason ? Told(field, text, reason) : null,
        ValueList<string> lines => lines.Select(
            line => TextRules.Refuse(field.Format, line) is { } reason ? Told(field, line, reason) : null)
            .FirstOrDefault(reason => reason is not null),
        _ => null,
    };

    // Names stand in addresses, all else of one line in a header or in a line of VCL.
    private static int LongestOf(Field field) =>
        field.WireName == "name" ? LongestName : field.Format is TextFormat.Free or TextFormat.PemCertificate ? int.MaxValue : LongestLine;

    private static string? OutOfRange(Field field, int number)
    {
        if (!(number < field.Min) && !(number > field.Max))
        {
            return null;
        }

        var unit = field.Unit is null ? "" : $" {field.Unit}";
        var allowed = (field.Min, field.Max) switch
        {
            ({ } min, { } max) => $"between {Show(min)} and {Show(max)}{unit}",
            ({ } min, null) => $"at least {Show(min)}{unit}",
            (_, var max) => $"at most {Show(max ?? int.MaxValue)}{unit}",
        };
        return $"is {Show(number)}{unit}, but must be {allowed}.";
    }

    private static string? NotAChoice(Field field, string text)
    {
        var choice = field.OneOf.FirstOrDefault(c => c.Value == text);
        if (choice is null)
        {
            var values = field.OneOf.Select(c => c.Value).ToList();
            return $"is \"{text}\", but must be one of {string.Join(", ", values)}.{Nearest.Hint(text, values)}";
        }

        return choice.NotYet is { } why ? $"\"{text}\" is not supported yet: {why}" : null;
    }

    private static string Told(Field field, string text, string reason) =>
        field.Secret || text.Contains('\n', StringComparison.Ordinal) ? $"is not usable: {reason}." : $"is \"{text}\": {reason}.";

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
