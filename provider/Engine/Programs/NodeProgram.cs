using System.Collections.Immutable;
using System.Globalization;

namespace EdgeInfra.Engine.Programs;

/// <summary>
/// A program of <c>runtime: nodejs</c>, in JavaScript or TypeScript, run by the runner of its own @pulumi/pulumi.
/// </summary>
/// <param name="options">The runtime's options: <c>typescript</c> and <c>nodeargs</c> count.</param>
/// <param name="entryPoint">The program's file; null for what package.json names.</param>
/// <param name="output">Where its lines go.</param>
/// <param name="time">For the end of its output.</param>
/// <param name="node">The command, by name or path.</param>
internal sealed class NodeProgram(
    ImmutableSortedDictionary<string, string> options, string? entryPoint, ProgramOutput output, TimeProvider time,
    string node = "node") : IProgram
{
    private static readonly string Runner = Path.Combine("node_modules", "@pulumi", "pulumi", "cmd", "run");

    public async Task<ProgramExit> Run(ProgramContext context, CancellationToken cancel)
    {
        if (FindRunner(context.ProgramDirectory) is not { } runner)
        {
            return new ProgramExit(
                false, $"@pulumi/pulumi is not installed for {context.ProgramDirectory}; run there: npm install");
        }

        var process = new ChildProcess(node, [.. NodeArguments(), runner, .. Arguments(context)], context.ProgramDirectory, time)
        {
            Environment = ProgramEnvironment.Config(context),
        };
        if (IsTypeScript(context.ProgramDirectory))
        {
            process.Environment["PULUMI_NODEJS_TYPESCRIPT"] = "true";
        }

        try
        {
            return ProgramEnvironment.Exit(await process.Run(output.Out, output.Error, cancel));
        }
        catch (FileNotFoundException)
        {
            return new ProgramExit(
                false, "there is no 'node' on the PATH, which a program of 'runtime: nodejs' needs; install Node.js 20 or newer");
        }
    }

    private string[] NodeArguments() =>
        options.GetValueOrDefault("nodeargs", "").Split(
            ' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private IEnumerable<string> Arguments(ProgramContext context)
    {
        yield return $"--organization={ProgramContext.Organization}";
        yield return $"--project={context.Project}";
        yield return $"--root-directory={context.RootDirectory}";
        yield return $"--stack={context.Stack}";
        yield return $"--pwd={context.ProgramDirectory}";
        yield return $"--parallel={context.Parallel.ToString(CultureInfo.InvariantCulture)}";
        if (context.DryRun)
        {
            yield return "--dry-run";
        }

        yield return $"--monitor={context.MonitorAddress}";
        yield return $"--engine={context.EngineAddress}";
        yield return entryPoint ?? ".";
    }

    private bool IsTypeScript(string directory) => options.TryGetValue("typescript", out var said)
        ? said == "true"
        : File.Exists(Path.Combine(directory, "tsconfig.json")) || Path.GetExtension(entryPoint) == ".ts";

    // Node itself looks in the folders above, too.
    private static string? FindRunner(string directory)
    {
        for (var folder = directory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var runner = Path.Combine(folder, Runner);
            if (Directory.Exists(runner) || File.Exists(runner + ".js"))
            {
                return runner;
            }
        }

        return null;
    }
}
