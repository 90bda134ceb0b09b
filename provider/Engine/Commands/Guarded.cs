using System.CommandLine;
using EdgeInfra.Engine.Workspace;

namespace EdgeInfra.Engine.Commands;

/// <summary>Gives commands their exit codes: 1 and one message for what a user can mend, 130 when cancelled.</summary>
internal static class Guarded
{
    public const int Failed = 1;
    public const int Cancelled = 130;

    /// <summary>Sets what a command does; coming to its end is success.</summary>
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, Task> action) =>
        command.Answers(async (line, cancel) =>
        {
            await action(line, cancel);
            return 0;
        });

    /// <summary>Sets what a command does, with an exit code of its own.</summary>
    public static Command Answers(this Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction((line, cancel) => Run(line, action, cancel));
        return command;
    }

    private static async Task<int> Run(
        ParseResult line, Func<ParseResult, CancellationToken, Task<int>> action, CancellationToken cancel)
    {
        try
        {
            return await action(line, cancel);
        }
        catch (Exception failure) when (failure is WorkspaceException or StackLockedException or IOException or UnauthorizedAccessException)
        {
            await line.InvocationConfiguration.Error.WriteLineAsync($"error: {failure.Message}");
            return Failed;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Cancelled;
        }
    }
}
