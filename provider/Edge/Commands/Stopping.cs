namespace EdgeInfra.Edge.Commands;

/// <summary>Ends what runs from a data directory, and nothing else.</summary>
internal static class Stopping
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15); // it drains for up to 10
    private static readonly TimeSpan AfterKill = TimeSpan.FromSeconds(5);

    /// <summary>Returns when nothing runs from there any more.</summary>
    public static async Task Stop(DataDirectory data, TimeProvider time)
    {
        if (data.ReadRunning() is not { IsAlive: true } running)
        {
            return;
        }

        Posix.AskToStop(running.Pid);
        if (!await Waiting.Until(() => !running.IsAlive, Patience, time).ConfigureAwait(false))
        {
            Posix.KillAtOnce(running.Pid);
            if (!await Waiting.Until(() => !running.IsAlive, AfterKill, time).ConfigureAwait(false))
            {
                throw new Complaint($"--data {data.Folder}: process {running.Pid} could not be ended");
            }
        }

        data.ForgetRunning(running.Pid);
    }
}
