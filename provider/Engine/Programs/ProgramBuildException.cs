namespace EdgeInfra.Engine.Programs;

/// <summary>A program could not be built; the message says why, with all that the compiler said.</summary>
internal sealed class ProgramBuildException(string message) : Exception(message);
