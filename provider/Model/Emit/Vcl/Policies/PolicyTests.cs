using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeInfra.Model;

/// <summary>What a policy's texts test, as VCL both dialects understand.</summary>
internal static class PolicyTests
{
    /// <summary>What caches keep when nobody says more.</summary>
    private static readonly ValueList<string> Cached = ["200", "203", "300", "301", "302", "404", "410"];

    /// <summary>Whether a number is one of 404, 4xx, 500-503.</summary>
    public static string AnyOf(string name, IEnumerable<string> statuses) => Or(statuses.Select(status => One(name, status)));

    /// <summary>Whether the rule fits; "" when it fits everything.</summary>
    public static string Fits(TtlRule rule, string path, string answer, Func<string, string> quoted)
    {
        string?[] tests =
        [
            AnyOf($"{answer}.status", rule.Statuses.Count > 0 ? rule.Statuses : Cached),
            rule.Path is { Length: > 0 } pattern ? $"{path} ~ {quoted($"^{Pattern(pattern)}$")}" : null,
            rule.ContentType is { Length: > 0 } type ? $"{answer}.http.Content-Type ~ {quoted($@"(?i)^{Pattern(type)}\s*(;|$)")}" : null,
        ];
        return string.Join(" && ", tests.OfType<string>());
    }

    public static string Or(IEnumerable<string> tests) => tests.Distinct(StringComparer.Ordinal).ToList() switch
    {
        [] => "false",
        [var one] => one,
        var several => $"({string.Join(" || ", several)})",
    };

    /// <summary>A status that means "missing", and the code of the error body it takes, if it takes one.</summary>
    public static (int Status, string? Code) Missing(string text)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (parts.Length > 0 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 404,
            parts.Length > 1 ? parts[1] : null);
    }

    // A star stands for any text, also with slashes.
    private static string Pattern(string pattern) => Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal);

    private static string One(string name, string status) => status switch
    {
        _ when status.EndsWith("xx", StringComparison.Ordinal) => Between(name, status[..1] + "00", status[..1] + "99"),
        _ when status.Split('-') is [var from, var to] => Between(name, from, to),
        _ => $"{name} == {status}",
    };

    private static string Between(string name, string from, string to) => $"({name} >= {from} && {name} <= {to})";
}
