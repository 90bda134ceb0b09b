using System.Collections.Concurrent;
using EdgeInfra.Engine.Programs;

namespace Unit.Engine.Programs;

/// <summary>What a program and its build have said.</summary>
internal sealed class Heard
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Heard() => Output = new ProgramOutput(
        line =>
        {
            Out.Enqueue(line);
            _first.TrySetResult();
        },
        Error.Enqueue,
        Progress.Enqueue);

    public ProgramOutput Output { get; }

    public ConcurrentQueue<string> Out { get; } = [];

    public ConcurrentQueue<string> Error { get; } = [];

    public ConcurrentQueue<string> Progress { get; } = [];

    /// <summary>Ends when the program has printed its first line.</summary>
    public Task First => _first.Task;
}
