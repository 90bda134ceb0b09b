namespace EdgeInfra.Engine.Display;

/// <summary>What a line of a report is about; a terminal shows it as a colour, everything else not at all.</summary>
internal enum Tone
{
    Plain,
    Heading,
    Faint,
    Added,
    Changed,
    Removed,
    Warning,
    Error,
}
