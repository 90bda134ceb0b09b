namespace EdgeInfra.Engine.Programs;

/// <summary>A stack program in some language. It talks to the engine over gRPC, wherever it runs.</summary>
internal interface IProgram
{
    /// <summary>Runs it to its end. Cancellation ends the program at once, with all processes that it started.</summary>
    Task<ProgramExit> Run(ProgramContext context, CancellationToken cancel);
}
