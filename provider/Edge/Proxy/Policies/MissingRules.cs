using System.Globalization;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>What an origin says when an object is not there: a status, or a status with the code of its error document.</summary>
internal sealed class MissingRules
{
    private readonly (int Status, string? Code)[] _rules;

    public MissingRules(ValueList<string> texts) => _rules = [.. texts.Select(Parsed)];

    /// <summary>Whether the code decides about an answer of this status.</summary>
    public bool AsksCode(int status) => Array.Exists(_rules, rule => rule.Status == status && rule.Code is not null);

    public bool Names(int status, string code) =>
        Array.Exists(_rules, rule => rule.Status == status && rule.Code is { } named && named.Equals(code, StringComparison.OrdinalIgnoreCase));

    public bool Covers(int status) => Array.Exists(_rules, rule => rule.Status == status && rule.Code is null);

    private static (int Status, string? Code) Parsed(string text)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var status = parts.Length > 0 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return (status, parts.Length > 1 ? parts[1] : null);
    }
}
