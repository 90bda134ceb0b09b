using System.CommandLine;
using EdgeInfra.Engine.Workspace;

namespace EdgeInfra.Engine.Commands;

/// <summary><c>destroy</c>: deletes everything that the stack manages; the stack itself stays unless told otherwise.</summary>
internal static class DestroyCommand
{
    public static Command Create(CommonOptions common, DeploymentTools tools)
    {
        var flags = new DeploymentFlags();
        var remove = new Option<bool>("--remove") { Description = "Remove the stack too; its history and configuration files stay." };
        var destroy = new ChangingCommand(
            "destroy", Create: false, RunsProgram: false, HasOutputs: false, (deployment, _, start, cancel) => deployment.Destroy(start, cancel))
        {
            Afterwards = async (line, stack) =>
            {
                if (line.GetValue(remove))
                {
                    RefuseWhileInUse(stack.Name, (await stack.Load()).Resources.Length);
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

    // With targets, others stay.
    private static void RefuseWhileInUse(string name, int resources)
    {
        if (resources > 0)
        {
            throw new WorkspaceException(
                $"the stack '{name}' was not removed, for it still has {resources} resources; destroy them too, without --target");
        }
    }
}
