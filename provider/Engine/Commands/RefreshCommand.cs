using System.CommandLine;

namespace EdgeInfra.Engine.Commands;

/// <summary><c>refresh</c>: reads every resource back into the state. Nothing but the state changes.</summary>
internal static class RefreshCommand
{
    private static readonly ChangingCommand Refresh = new(
        "refresh", Create: false, RunsProgram: false, HasOutputs: true,
        (deployment, _, start, cancel) => deployment.Refresh(start, cancel));

    public static Command Create(CommonOptions common, DeploymentTools tools)
    {
        var flags = new DeploymentFlags();
        return new Command("refresh", "Read every resource back, so that the state says what is really there.")
        {
            flags.Yes, flags.SkipPreview, flags.Diff, flags.Json, flags.Targets, flags.Parallel, flags.ExpectNoChanges,
            flags.Message,
        }.Answers((line, cancel) => Refresh.Run(line, common, tools, flags, cancel));
    }
}
