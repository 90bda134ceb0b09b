using System.Text.RegularExpressions;

namespace EdgeInfra.Model.Vcl;

/// <summary>
/// Makes regular expressions: linear in time where the pattern allows it, and bounded in time where not.
/// </summary>
internal static class Pattern
{
    /// <summary>The compiled pattern, or null and why there is none.</summary>
    public static TimedRegex? Compile(string pattern, out string reason)
    {
        if (PerlPattern.ToDotNet(pattern, out reason) is not { } translated)
        {
            return null;
        }

        try
        {
            return TimedRegex.Of(translated);
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
    public static bool Matches(TimedRegex pattern, ReadOnlySpan<char> text) =>
        pattern.Ask(text, static (regex, text) => regex.IsMatch(text));

    /// <summary>As <see cref="Matches"/>, and what the groups hold is kept when it does.</summary>
    public static bool Captures(TimedRegex pattern, string text, VclCaptures captures)
    {
        if (pattern.Ask(text, static (regex, text) => regex.Match(text)) is not { Success: true } match)
        {
            return false;
        }

        captures.Keep(match);
        return true;
    }
}
