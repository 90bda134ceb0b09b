namespace EdgeInfra.Engine.Display;

/// <summary>Where a command shows things. Colours only where somebody sees them; the text is the same with and without.</summary>
/// <param name="isTerminal">Colours, and a tree that is drawn anew, are welcome.</param>
internal sealed class Screen(TextWriter output, TextWriter errors, bool isTerminal)
{
    private readonly Lock _gate = new();

    public bool IsTerminal => isTerminal;

    public TextWriter Output => output;

    public void Write(ReportLine line)
    {
        lock (_gate)
        {
            output.WriteLine(isTerminal && Colour(line.Tone) is { } code ? $"\e[{code}m{line.Text}\e[0m" : line.Text.TrimEnd());
        }
    }

    /// <summary>Each section that is not empty, with a blank line after it.</summary>
    public void WriteSections(params IEnumerable<IEnumerable<ReportLine>> sections)
    {
        foreach (var section in sections.Select(section => section.ToArray()).Where(section => section.Length > 0))
        {
            foreach (var line in section)
            {
                Write(line);
            }

            Write(ReportLine.Blank);
        }
    }

    /// <summary>To standard error: it must not get into what scripts read.</summary>
    public void Note(string text)
    {
        lock (_gate)
        {
            errors.WriteLine(text);
        }
    }

    // ANSI's numbers: bold, faint, green, yellow, red.
    private static string? Colour(Tone tone) => tone switch
    {
        Tone.Heading => "1",
        Tone.Faint => "2",
        Tone.Added => "32",
        Tone.Changed or Tone.Warning => "33",
        Tone.Removed or Tone.Error => "31",
        _ => null,
    };
}
