using System.Globalization;

namespace EdgeInfra.Plugin.Import;

/// <summary>Texts as C# writes them.</summary>
internal static class CSharpText
{
    /// <param name="indent">How far what follows on further lines is moved in.</param>
    public static string Literal(string text, string indent) => IsParagraph(text) ? Raw(text, indent) : $"\"{Escaped(text)}\"";

    /// <summary>For comments: one line, nothing that ends it.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => IsPlain(c) ? c : ' '));

    private static string Escaped(string text) => string.Concat(text.Select(c => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when IsPlain(c) => c.ToString(),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
    }));

    // What reads the same everywhere: no controls, no ends of lines, nothing that turns the direction of writing.
    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static bool IsParagraph(string text) =>
        text.Contains('\n', StringComparison.Ordinal) && text.All(c => c == '\n' || IsPlain(c));

    private static string Raw(string text, string indent)
    {
        var quotes = new string('"', Math.Max(3, LongestRun(text) + 1));
        var lines = text.Split('\n').Select(line => line.Length == 0 ? "" : indent + line);
        return $"{quotes}\n{string.Join('\n', lines)}\n{indent}{quotes}";
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
