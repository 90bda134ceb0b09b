namespace EdgeInfra.Engine.Programs;

/// <summary>How a program ended. Success proves nothing: the engine keeps its own error state beside it.</summary>
/// <param name="Succeeded">The program ended normally.</param>
/// <param name="Error">What to tell the user; null when it succeeded or has told the engine already.</param>
internal sealed record ProgramExit(bool Succeeded, string? Error)
{
    public static ProgramExit Ok { get; } = new(true, null);
}
