using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// Statements under the conditions an object names. A condition that is missing or cannot be read leaves them out, because
/// what is no expression could end the block it stands in.
/// </summary>
internal static class FastlyGuard
{
    /// <param name="what">The object, for the comment that says why nothing of it is there.</param>
    /// <param name="conditions">Names of conditions, all of which must hold; null and "" are none.</param>
    public static void Write(VclWriter vcl, ServiceVersion version, string what, IEnumerable<string?> conditions, Action content)
    {
        var named = conditions.OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var found = named.Select(name => version.Conditions.FirstOrDefault(condition => condition.Name == name)).ToList();
        if (found.IndexOf(null) is >= 0 and var missing)
        {
            vcl.Comment($"Not applied: {what}, whose condition {named[missing]} does not exist").Line();
            return;
        }

        var known = found.OfType<Condition>().ToList();
        if (known.Select(condition => (condition.Name, Why: Unreadable(condition.Statement))).FirstOrDefault(bad => bad.Why is not null)
            is { Why: { } why } bad)
        {
            vcl.Comment($"Not applied: {what}, whose condition {bad.Name} is no expression, {why}").Line();
            return;
        }

        Nested(vcl, known, content);
        vcl.Line();
    }

    /// <summary>Why the text is no expression, or null when it is one.</summary>
    public static string? Unreadable(string expression) =>
        Parser.Parse(expression, out var problem) is null ? $"{problem}" : null;

    private static void Nested(VclWriter vcl, ReadOnlySpan<Condition> conditions, Action content)
    {
        if (conditions.IsEmpty)
        {
            content();
            return;
        }

        var (first, rest) = (conditions[0], conditions[1..].ToArray());
        vcl.Comment($"{Kind(first.Type)} Condition: {first.Name} Prio: {first.Priority}")
            .Block($"if( {first.Statement} ) {{", () => Nested(vcl, rest, content))
            .Line("#end condition");
    }

    private static void Nested(VclWriter vcl, List<Condition> conditions, Action content) =>
        Nested(vcl, (ReadOnlySpan<Condition>)conditions.ToArray(), content);

    private static string Kind(string type) => type switch
    {
        "CACHE" => "Cache",
        "RESPONSE" => "Response",
        "PREFETCH" => "Prefetch",
        _ => "Request",
    };
}
