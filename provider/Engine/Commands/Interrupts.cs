using System.Runtime.InteropServices;

namespace EdgeInfra.Engine.Commands;

/// <summary>Ctrl-C, SIGTERM and a terminal that closes: the first lets what is in flight come to its end, the second ends the process at once.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _gentle = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Action<string> _note;
    private readonly Action _kill;
    private int _count;

    public Interrupts(Action<string> note, Action kill)
    {
        (_note, _kill) = (note, kill);
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }
            .Select(signal => PosixSignalRegistration.Create(signal, Handle))];
    }

    public CancellationToken Gentle => _gentle.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _gentle.Dispose();
    }

    private void Handle(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Interlocked.Increment(ref _count) == 1)
        {
            _note("Stopping: what has begun will be finished and saved. Once more ends at once.");
            _gentle.Cancel();
        }
        else
        {
            _kill();
        }
    }
}
