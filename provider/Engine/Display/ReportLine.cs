namespace EdgeInfra.Engine.Display;

/// <summary>A line of a report.</summary>
internal readonly record struct ReportLine(string Text, Tone Tone = Tone.Plain)
{
    public static ReportLine Blank { get; } = new("");
}
