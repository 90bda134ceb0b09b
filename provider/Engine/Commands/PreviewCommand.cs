using System.CommandLine;
using EdgeInfra.Engine.Display;

namespace EdgeInfra.Engine.Commands;

/// <summary><c>preview</c>: shows what <c>up</c> would do. Nothing is changed, saved or locked.</summary>
internal static class PreviewCommand
{
    public static Command Create(CommonOptions common, DeploymentTools tools)
    {
        var flags = new DeploymentFlags();
        var command = new Command("preview", "Show what 'up' would change, without changing anything.")
        {
            flags.Diff, flags.Json, flags.Refresh, flags.Targets, flags.Parallel, flags.ExpectNoChanges, flags.ContinueOnError,
        };
        return command.Answers(async (line, cancel) =>
        {
            var workspace = common.Open(line);
            var stack = await workspace.OpenStack(common.StackName(line), create: true);
            var session = new Session(tools, flags, line, workspace, stack, runsProgram: true);
            await session.Load();
            if (stack.Holder is { } holder)
            {
                session.Screen.Note($"note: the stack '{stack.Name}' is locked by {holder}; this shows it as it is in the middle of that.");
            }

            var json = line.GetValue(flags.Json);
            if (!json)
            {
                session.Screen.WriteSections([new ReportLine($"Previewing update ({session.StackName}):", Tone.Heading)]);
            }

            var (result, record) = await session.Run(dryRun: true, (deployment, program) => deployment.Update(program(), session.Start, cancel));
            if (json)
            {
                await session.Screen.Output.WriteLineAsync(RunJson.Preview(record, session.ShownConfig));
            }
            else
            {
                Reports.Preview(session.Screen, record, line.GetValue(flags.Diff));
            }

            Reports.Failure(session.Screen, result, "The preview", dryRun: true, cancel);
            var unexpected = result.Succeeded && result.HasChanges && line.GetValue(flags.ExpectNoChanges);
            if (unexpected)
            {
                session.Screen.Note("error: no changes were expected, but there are some.");
            }

            return cancel.IsCancellationRequested ? Guarded.Cancelled : result.Succeeded && !unexpected ? 0 : Guarded.Failed;
        });
    }
}
