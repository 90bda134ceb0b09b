using Pulumi;

namespace EdgeInfra;

/// <summary>Texts as one word of a shell command, whatever they hold.</summary>
internal static class ShellText
{
    public static string Quote(string text) => text.Length > 0 && text.All(IsPlain)
        ? text
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    public static Output<string> Quote(Input<string> text) => text.Apply(Quote);

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or ':' or '-' or '_' or '@' or '+';
}
