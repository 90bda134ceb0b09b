namespace EdgeInfra.Model;

/// <summary>
/// Finds what someone most likely meant. Distance is in single-letter edits and letters that changed places, case not counted;
/// far-off names are not offered.
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

    // Levenshtein's, with two letters that have changed places as one mistake.
    private static int Distance(string a, string b)
    {
        var (before, above, row) = (new int[b.Length + 1], new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray());
        for (var i = 1; i <= a.Length; i++)
        {
            (before, above, row) = (above, row, before);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return row[b.Length];
    }
}
