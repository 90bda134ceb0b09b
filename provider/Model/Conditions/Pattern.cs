using System.Text.RegularExpressions;

namespace EdgeInfra.Model;

/// <summary>
/// Makes regular expressions for conditions: linear in time where the pattern allows it, and bounded in time where not.
/// </summary>
internal static class Pattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    /// <summary>The compiled pattern, or null and why there is none.</summary>
    public static Regex? Compile(string pattern, out string reason)
    {
        reason = "";
        if (pattern.Contains("[[:", StringComparison.Ordinal) || pattern.Contains("[^[:", StringComparison.Ordinal))
        {
            reason = "classes such as [[:alpha:]] are not supported: write the range, [A-Za-z].";
            return null;
        }

        try
        {
            return Make(pattern);
        }
        catch (ArgumentException wrong)
        {
            reason = $"this is not a regular expression: {wrong.Message}";
            return null;
        }
    }

    /// <summary>
    /// Whether the text matches; a match that takes too long is none, as when Fastly's recursion limit is reached.
    /// </summary>
    public static bool Matches(Regex pattern, ReadOnlySpan<char> text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex Make(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException)
        {
            // Look-around and back-references need backtracking.
            return new Regex(pattern, RegexOptions.CultureInvariant, Limit);
        }
    }
}
