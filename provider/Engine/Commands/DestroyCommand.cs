using System.CommandLine;

namespace EdgeInfra.Engine.Commands;

/// <summary><c>destroy</c>: deletes everything that the stack manages; the stack itself stays unless told otherwise.</summary>
internal static class DestroyCommand
{
    public static Command Create(CommonOptions common, DeploymentTools tools)
    {
        var flags = new DeploymentFlags();
        var remove = new Option<bool>("--remove") { Description = "Remove the stack too, with its history." };
        var destroy = new ChangingCommand(
            "destroy", Create: false, RunsProgram: false, HasOutputs: false, (deployment, _, start, cancel) => deployment.Destroy(start, cancel))
        {
            Afterwards = (line, stack) =>
            {
                if (line.GetValue(remove))
                {
                    stack.Remove();
                }
            },
        };
        var command = new Command("destroy", "Delete everything that the stack manages.")
        {
            flags.Yes, flags.SkipPreview, flags.Diff, flags.Json, flags.Refresh, flags.Targets, flags.Parallel, flags.ContinueOnError,
            flags.Message, remove,
        };
        return command.Answers((line, cancel) => destroy.Run(line, common, tools, flags, cancel));
    }
}
