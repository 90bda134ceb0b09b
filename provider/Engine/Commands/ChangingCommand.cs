using System.CommandLine;
using EdgeInfra.Engine.Display;
using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Programs;
using EdgeInfra.Engine.State;
using EdgeInfra.Engine.Workspace;

namespace EdgeInfra.Engine.Commands;

/// <summary>What up, refresh and destroy have in common: lock, load, preview, ask, do, record.</summary>
/// <param name="Kind">As histories call it: update, refresh or destroy.</param>
/// <param name="Create">The stack may be new.</param>
/// <param name="RunsProgram">Required configuration has to be there.</param>
/// <param name="HasOutputs">The stack has outputs afterwards.</param>
/// <param name="Operation">The run itself.</param>
internal sealed record ChangingCommand(
    string Kind, bool Create, bool RunsProgram, bool HasOutputs,
    Func<IDeployment, Func<IProgram>, Snapshot, CancellationToken, Task<DeploymentResult>> Operation)
{
    /// <summary>Done last, while the stack is still locked, when all went well.</summary>
    public Func<ParseResult, Stack, Task> Afterwards { get; init; } = (_, _) => Task.CompletedTask;

    public async Task<int> Run(ParseResult line, CommonOptions common, DeploymentTools tools, DeploymentFlags flags, CancellationToken cancel)
    {
        RequireAnswer(line, tools, flags);
        var workspace = common.Open(line);
        var stack = await workspace.OpenStack(common.StackName(line), Create);
        var session = new Session(tools, flags, line, workspace, stack, RunsProgram);
        await using var held = await stack.Lock(cancel);
        await session.Load();

        var previewed = !line.GetValue(flags.SkipPreview) && !line.GetValue(flags.Json);
        if (previewed && await Preview(session, line, tools, flags, cancel) is { } ended)
        {
            return ended;
        }

        var started = tools.Time.GetUtcNow();
        if (!line.GetValue(flags.Json))
        {
            session.Screen.WriteSections([new ReportLine($"{Title(Kind)} ({session.StackName}):", Tone.Heading)]);
        }

        var (result, record) = await session.Run(dryRun: false, (deployment, program) => Operation(deployment, program, session.Start, cancel));
        await session.Record(Kind, started, result);
        Report(session, record, result, line, flags, previewed, cancel);
        if (result.Succeeded)
        {
            await Afterwards(line, stack);
        }

        var unexpected = !previewed && result.Succeeded && result.HasChanges && line.GetValue(flags.ExpectNoChanges);
        if (unexpected)
        {
            session.Screen.Note("error: no changes were expected, but some were made.");
        }

        return cancel.IsCancellationRequested ? Guarded.Cancelled : result.Succeeded && !unexpected ? 0 : Guarded.Failed;
    }

    /// <summary>The exit code when it ends here; null to go ahead.</summary>
    private async Task<int?> Preview(Session session, ParseResult line, DeploymentTools tools, DeploymentFlags flags, CancellationToken cancel)
    {
        session.Screen.WriteSections([new ReportLine($"Previewing {Kind} ({session.StackName}):", Tone.Heading)]);
        var (result, record) = await session.Run(dryRun: true, (deployment, program) => Operation(deployment, program, session.Start, cancel));
        Reports.Preview(session.Screen, record, line.GetValue(flags.Diff));
        Reports.Failure(session.Screen, result, "The preview", dryRun: true, cancel);
        if (cancel.IsCancellationRequested)
        {
            return Guarded.Cancelled;
        }

        if (result.Succeeded && result.HasChanges && line.GetValue(flags.ExpectNoChanges))
        {
            session.Screen.Note("error: no changes were expected, but there are some. Nothing was changed.");
            return Guarded.Failed;
        }

        return !result.Succeeded ? Guarded.Failed
            : !result.HasChanges || line.GetValue(flags.Yes) || await Confirmed(session, tools, record, cancel) ? null
            : Declined(session);
    }

    private async Task<bool> Confirmed(Session session, DeploymentTools tools, RunRecord record, CancellationToken cancel)
    {
        while (true)
        {
            session.Screen.Write(new ReportLine($"Go ahead with this {Kind}? [yes/no/details]", Tone.Heading));
            var answer = await Task.Run(tools.Ask!, CancellationToken.None).WaitAsync(cancel); // reading a line cannot be cancelled, waiting can
            switch (answer?.Trim().ToLowerInvariant())
            {
                case "y" or "yes":
                    return true;
                case "d" or "details":
                    session.Screen.WriteSections(FullDiff.Of(record));
                    break;
                case "n" or "no" or "" or null:
                    return false;
            }
        }
    }

    private static int Declined(Session session)
    {
        session.Screen.Note("Nothing was changed.");
        return Guarded.Failed;
    }

    private void Report(
        Session session, RunRecord record, DeploymentResult result, ParseResult line, DeploymentFlags flags, bool previewed, CancellationToken cancel)
    {
        if (line.GetValue(flags.Json))
        {
            session.Screen.Output.WriteLine(RunJson.Result(record, result.Succeeded));
        }
        else
        {
            Reports.Outcome(session.Screen, record, changes: !previewed, line.GetValue(flags.Diff), HasOutputs);
        }

        Reports.Failure(session.Screen, result, $"The {Kind}", dryRun: false, cancel);
    }

    private static void RequireAnswer(ParseResult line, DeploymentTools tools, DeploymentFlags flags)
    {
        if (!line.GetValue(flags.Yes) && (tools.Ask is null || line.GetValue(flags.Json)))
        {
            throw new WorkspaceException(line.GetValue(flags.Json)
                ? "--json answers no questions; add --yes to go ahead, or use 'edgeinfra preview --json' to look only"
                : "there is no terminal to ask on; add --yes to go ahead without asking, or use 'edgeinfra preview' to look only");
        }
    }

    private static string Title(string kind) => kind switch { "update" => "Updating", "refresh" => "Refreshing", _ => "Destroying" };
}
