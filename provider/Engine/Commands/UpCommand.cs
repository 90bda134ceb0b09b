using System.CommandLine;

namespace EdgeInfra.Engine.Commands;

/// <summary><c>up</c>: makes the world match the program.</summary>
internal static class UpCommand
{
    // Runs even when the preview found nothing to do: options and dependencies may have changed, which only the state knows.
    private static readonly ChangingCommand Update = new(
        "update", Create: true, RunsProgram: true, HasOutputs: true,
        (deployment, program, start, cancel) => deployment.Update(program(), start, cancel));

    public static Command Create(CommonOptions common, DeploymentTools tools)
    {
        var flags = new DeploymentFlags();
        var command = new Command("up", "Make the stack match its program: preview, ask, change.")
        {
            flags.Yes, flags.SkipPreview, flags.Diff, flags.Json, flags.Refresh, flags.Targets, flags.Parallel,
            flags.ExpectNoChanges, flags.ContinueOnError, flags.Message,
        };
        command.Aliases.Add("update");
        return command.Answers((line, cancel) => Update.Run(line, common, tools, flags, cancel));
    }
}
