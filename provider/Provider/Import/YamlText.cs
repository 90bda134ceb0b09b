using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeInfra.Plugin.Import;

/// <summary>Texts as YAML writes them in a stack program, where <c>${</c> begins a reference.</summary>
internal static partial class YamlText
{
    public static string Scalar(string text) => Quoted(text.Replace("${", "$${", StringComparison.Ordinal));

    /// <summary>Outside of what a program evaluates, as in a description.</summary>
    public static string Quoted(string text) => Harmless().IsMatch(text) && !Meant().IsMatch(text) ? text : $"\"{Escaped(text)}\"";

    /// <summary>For comments: one line.</summary>
    public static string OneLine(string text) => CSharpText.OneLine(text);

    private static string Escaped(string text) => string.Concat(text.Select((c, i) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when IsPrintable(c) || IsPaired(text, i) => c.ToString(),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
    }));

    private static bool IsPrintable(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    // YAML escapes code units one by one, and readers differ about the halves of a pair: pairs stay as they are.
    private static bool IsPaired(string text, int i) =>
        (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) || (i > 0 && char.IsSurrogatePair(text[i - 1], text[i]));

    [GeneratedRegex(@"^[A-Za-z/][A-Za-z0-9 /._-]*(?<! )\z")]
    private static partial Regex Harmless();

    // Words that YAML 1.1 or 1.2 takes for something else than a text.
    [GeneratedRegex(@"^(true|false|yes|no|on|off|null|y|n)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Meant();
}
