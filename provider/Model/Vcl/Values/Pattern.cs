using System.Text.RegularExpressions;

namespace EdgeInfra.Model.Vcl;

/// <summary>
/// Makes regular expressions: linear in time where the pattern allows it, and bounded in time where not.
/// </summary>
internal static class Pattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    /// <summary>The compiled pattern, or null and why there is none.</summary>
    public static Regex? Compile(string pattern, out string reason)
    {
        if (PerlPattern.ToDotNet(pattern, out reason) is not { } translated)
        {
            return null;
        }

        try
        {
            return Make(translated);
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

    /// <summary>As <see cref="Matches"/>, and what the groups hold is kept when it does.</summary>
    public static bool Captures(Regex pattern, string text, VclCaptures captures)
    {
        try
        {
            var match = pattern.Match(text);
            if (match.Success)
            {
                captures.Keep(match);
            }

            return match.Success;
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
