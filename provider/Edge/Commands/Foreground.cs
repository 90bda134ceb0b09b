using System.Net;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;

namespace EdgeInfra.Edge.Commands;

/// <summary>What a process that serves has in common, whatever it serves: one of each here, until a signal comes.</summary>
internal sealed class Foreground(CommandConsole console)
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(10);

    /// <summary>Starts a listener. Port 0 takes the port of the last time, so that addresses stay what they were.</summary>
    /// <param name="option">The option that asked for it.</param>
    /// <param name="endpoint">Where.</param>
    /// <param name="data">Where ports are remembered.</param>
    /// <param name="start">Starts it.</param>
    /// <param name="endpointOf">Its real address.</param>
    /// <param name="number">Counts those of one option, from 1.</param>
    public async Task<T> Listen<T>(
        string option, IPEndPoint endpoint, DataDirectory? data, Func<IPEndPoint, Task<T>> start, Func<T, IPEndPoint> endpointOf, int number = 1)
    {
        var name = number == 1 ? option : $"{option} {number}";
        var remembered = endpoint.Port == 0 ? data?.RememberedPort(name) ?? 0 : 0;
        if (remembered != 0)
        {
            try
            {
                return await start(new IPEndPoint(endpoint.Address, remembered)).ConfigureAwait(false);
            }
            catch (Exception error) when (IsTaken(error))
            {
                console.Log(
                    $"{option}: port {remembered}, chosen last time, is in use by another program now; another one is chosen.");
            }
        }

        try
        {
            var started = await start(endpoint).ConfigureAwait(false);
            if (endpoint.Port == 0)
            {
                data?.RememberPort(name, endpointOf(started).Port);
            }

            return started;
        }
        catch (Exception error) when (IsTaken(error))
        {
            throw new Complaint(
                $"{option} {endpoint}: the port is in use by another program; choose another, or 0 for a free one");
        }
        catch (Exception error) when (error is System.Net.Sockets.SocketException or IOException)
        {
            throw new Complaint($"{option} {endpoint}: {error.Message}");
        }
    }

    /// <summary>
    /// Tells that it is ready, to the console and to those who look into the data directory. Returns when SIGTERM or SIGINT has
    /// come and requests under way have ended, at most 10 seconds later; sooner at a second signal.
    /// </summary>
    public async Task Serve(Func<CancellationToken, Task> drain, DataDirectory? data, string options, string ready, CancellationToken cancel)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var giveUp = new CancellationTokenSource();
        void OnSignal(PosixSignalContext context)
        {
            context.Cancel = true;
            if (!asked.TrySetResult())
            {
                giveUp.Cancel();
            }
        }

        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);

        // Not before: whoever reads that it is ready may send a signal at once.
        data?.WriteRunning(
            new RunningProcess(Environment.ProcessId, ProcessBirth.Of(Environment.ProcessId) ?? "", options, ready));
        console.Print(ready);

        await using var cancelled = cancel.Register(() => asked.TrySetResult()).ConfigureAwait(false);
        await asked.Task.ConfigureAwait(false);
        using var limit = new CancellationTokenSource(DrainLimit, console.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(giveUp.Token, limit.Token);
        await drain(either.Token).ConfigureAwait(false);
    }

    private static bool IsTaken(Exception error) =>
        error is AddressInUseException || error.InnerException is AddressInUseException;
}
