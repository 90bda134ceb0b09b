namespace EdgeInfra.Model;

/// <summary>Texts as open-source Varnish reads them: no form of its texts decodes anything.</summary>
internal static class VarnishLiteral
{
    /// <summary>The text in the first form that can hold it; null when none can.</summary>
    public static string? Text(string text) =>
        text.Contains('\0', StringComparison.Ordinal) ? null
        : !text.Any(c => c == '"' || char.IsControl(c)) ? $"\"{text}\""
        : !text.Contains("\"}", StringComparison.Ordinal) ? $"{{\"{text}\"}}"
        : !text.Contains("\"\"\"", StringComparison.Ordinal) && !text.EndsWith('"') ? $"\"\"\"{text}\"\"\""
        : null;
}
