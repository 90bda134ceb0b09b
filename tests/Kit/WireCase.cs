namespace Kit;

/// <summary>
/// One case of a file of cases: a name, and below it, set in, what is sent (its lines are put together), "= " what the visitor gets, and "> "
/// each request that the origin sees. Lines that begin with # explain.
/// </summary>
public sealed record WireCase(string Name, string Sent, string Answers, IReadOnlyList<string> Seen)
{
    public static IReadOnlyList<WireCase> Read(string file)
    {
        var cases = new List<WireCase>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var text = line.TrimStart(' ');
            if (text.Length == line.Length)
            {
                cases.Add(new WireCase(line, "", "", []));
                continue;
            }

            cases[^1] = text switch
            {
                ['=', ..] => cases[^1] with { Answers = text[1..].Trim() },
                ['>', ..] => cases[^1] with { Seen = [.. cases[^1].Seen, text[1..].Trim()] },
                _ => cases[^1] with { Sent = cases[^1].Sent + text },
            };
        }

        return cases;
    }

    /// <summary>The file again with other results for the same cases.</summary>
    public static void Write(string file, IReadOnlyList<WireCase> cases)
    {
        var lines = new List<string>();
        var results = new Queue<WireCase>(cases);
        var pending = new List<string>();
        foreach (var line in File.ReadLines(file))
        {
            var text = line.TrimStart(' ');
            if (text.StartsWith('=') || text.StartsWith('>'))
            {
                continue;
            }

            if (text.Length == line.Length)
            {
                lines.AddRange(pending);
                pending.Clear();
            }

            if (text.Length == line.Length && line.Length > 0 && line[0] != '#')
            {
                var result = results.Dequeue();
                pending = [$"    = {result.Answers}", .. result.Seen.Select(seen => $"    > {seen}")];
            }

            lines.Add(line);
        }

        File.WriteAllLines(file, [.. lines, .. pending]);
    }
}
