namespace EdgeInfra.Engine.Programs;

/// <summary>Where the lines go that a program, or the build of it, prints. Called from several threads.</summary>
/// <param name="Out">Standard output, line by line.</param>
/// <param name="Error">Standard error, line by line.</param>
/// <param name="Progress">What is being done before the program runs, for people who wait.</param>
internal sealed record ProgramOutput(Action<string> Out, Action<string> Error, Action<string> Progress);
