using System.Globalization;

namespace EdgeInfra.Model;

/// <summary>Values as VCL writes them.</summary>
internal static class VclLiteral
{
    /// <summary>
    /// A text in Fastly's dialect, where short texts decode %XX: what holds a percent sign or a quote goes into the
    /// long form, which decodes nothing. No form can hold a NUL: a replacement character stands for it.
    /// </summary>
    public static string Text(string text) => Quoted(text.Replace('\0', '\uFFFD'));

    /// <summary>A duration (RTIME): whole seconds as they are, else with a fraction. <c>60s</c>, <c>1.5s</c>.</summary>
    public static string Duration(int milliseconds) =>
        (milliseconds / 1000m).ToString("0.###", CultureInfo.InvariantCulture) + "s";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string text) =>
        !text.Any(c => c is '"' or '%' || char.IsControl(c)) ? $"\"{text}\""
        : !text.Contains("\"}", StringComparison.Ordinal) && !text.EndsWith('"') ? $"{{\"{text}\"}}"
        : $"\"{string.Concat(text.Select(Escaped))}\"";

    private static string Escaped(char c) => c is '"' or '%' || char.IsControl(c) ? $"%u{(int)c:x4}" : c.ToString();
}
