using EdgeInfra.Engine.Execution;

namespace EdgeInfra.Engine.Display;

/// <summary>
/// For commands that answer with one JSON document: what a program prints goes to standard error, the rest into the document.
/// </summary>
internal sealed class NoProgress(Screen screen) : IProgressView
{
    public void Show(EngineEvent happened)
    {
        if (happened is EngineEvent.Diagnostic { Severity: Severity.Info, Ephemeral: false } said)
        {
            screen.Note(said.Message.TrimEnd());
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
