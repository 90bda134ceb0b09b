namespace EdgeInfra.Model;

/// <summary>
/// Finds what someone most likely meant. Distance is in single-letter edits, case not counted; far-off names are not
/// offered.
/// </summary>
public static class Nearest
{
    // Comparing takes time with the length, and nobody misspells a name so long.
    private const int LongestTypo = 200;

    /// <summary>The candidate closest to the name, or null when none is close.</summary>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestTypo)
        {
            return null;
        }

        var limit = Math.Max(1, name.Length / 3);
        return candidates
            .Select(candidate => (candidate, distance: Distance(Fold(name), Fold(candidate))))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary><c> Did you mean "x"?</c> with a leading blank, or nothing.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) =>
        To(name, candidates) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";

    // Underscores and case do not count, so that use_ssl finds useSsl.
    private static string Fold(string text) => text.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
