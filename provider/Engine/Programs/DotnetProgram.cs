using System.Collections.Immutable;

namespace EdgeInfra.Engine.Programs;

/// <summary>A program of <c>runtime: dotnet</c>, built when it is stale; an unchanged one starts without a build.</summary>
/// <param name="options">The runtime's options: <c>binary</c> names a program that is built already.</param>
/// <param name="build">How it is built.</param>
/// <param name="output">Where its lines go.</param>
/// <param name="time">For the end of its output.</param>
internal sealed class DotnetProgram(
    ImmutableSortedDictionary<string, string> options, DotnetBuild build, ProgramOutput output, TimeProvider time) : IProgram
{
    public async Task<ProgramExit> Run(ProgramContext context, CancellationToken cancel)
    {
        try
        {
            var binary = options.TryGetValue("binary", out var given) && given.Length > 0
                ? Existing(Path.GetFullPath(given, context.ProgramDirectory))
                : await build.Binary(context.ProgramDirectory, cancel);
            var process = IsAssembly(binary)
                ? new ChildProcess("dotnet", [binary], context.ProgramDirectory, time) { Environment = ProgramEnvironment.All(context) }
                : new ChildProcess(binary, [], context.ProgramDirectory, time) { Environment = ProgramEnvironment.All(context) };
            return ProgramEnvironment.Exit(await process.Run(output.Out, output.Error, cancel));
        }
        catch (Exception failure) when (failure is ProgramBuildException or FileNotFoundException)
        {
            return new ProgramExit(false, failure.Message);
        }
    }

    private static bool IsAssembly(string binary) => binary.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    private static string Existing(string binary) => File.Exists(binary)
        ? binary
        : throw new FileNotFoundException(
            $"runtime option 'binary' names {binary}, which does not exist; build the program, or leave the option out");
}
