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

    // Levenshtein's, one row at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
