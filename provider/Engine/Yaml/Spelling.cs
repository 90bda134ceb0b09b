namespace EdgeInfra.Engine.Yaml;

/// <summary>Guesses which known word was meant by an unknown one.</summary>
internal static class Spelling
{
    /// <summary>A sentence to append to an error, beginning with a space; empty when nothing is close enough.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known)
    {
        var best = known
            .Select(candidate => (Candidate: candidate, Distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(guess => guess.Distance <= Math.Max(1, Math.Min(word.Length, guess.Candidate.Length) / 3))
            .OrderBy(guess => guess.Distance).ThenBy(guess => guess.Candidate, StringComparer.Ordinal)
            .Select(guess => guess.Candidate)
            .FirstOrDefault();
        return best is null ? "" : $" Did you mean '{best}'?";
    }

    // Levenshtein's, with two letters changing places as one mistake.
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }
}
