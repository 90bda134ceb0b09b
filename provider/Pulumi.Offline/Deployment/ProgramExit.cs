using System.Reflection;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;

namespace Pulumi;

/// <summary>Runs a program and turns how it went into messages and an exit code.</summary>
internal sealed class ProgramExit(ProgramRun run, TextWriter stderr)
{
    private const int Success = 0;
    private const int Failure = 1;

    /// <summary>The program failed and the engine has been told why: it says nothing more about it.</summary>
    private const int Reported = 32;

    public async Task<int> Run(Func<Stack> program)
    {
        var failures = await run.Execute(program).ConfigureAwait(false);
        var code = await Report(failures).ConfigureAwait(false);
        return await Leave().ConfigureAwait(false) ? code : Failure;
    }

    private async Task<int> Report(IReadOnlyList<Exception> failures)
    {
        var told = true;
        foreach (var failure in failures)
        {
            told &= await Tell(failure).ConfigureAwait(false);
        }

        return failures.Count == 0 ? (run.Log.HasErrors ? Failure : Success) : told ? Reported : Failure;
    }

    private async Task<bool> Tell(Exception failure)
    {
        var message = Message(failure);
        try
        {
            await run.Log.Write(LogSeverity.Error, message, (failure as ResourceException)?.Resource).ConfigureAwait(false);
            return true;
        }
        catch (RpcException unheard)
        {
            await stderr.WriteLineAsync($"{message}{Environment.NewLine}(The engine could not be told: {unheard.Message})")
                .ConfigureAwait(false);
            return false;
        }
    }

    private static string Message(Exception failure) => failure switch
    {
        RunException or RpcException or ResourceException { HideStack: true } => failure.Message,
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:{Environment.NewLine}{failure}",
    };

    private async Task<bool> Leave()
    {
        try
        {
            await run.Monitor.Leave().ConfigureAwait(false);
            return true;
        }
        catch (RpcException error)
        {
            await stderr.WriteLineAsync($"The engine did not take note of the program's end: {error.Message}")
                .ConfigureAwait(false);
            return false;
        }
    }
}
