using EdgeInfra.Engine.Execution;

namespace EdgeInfra.Engine.Display;

/// <summary>Shows a run while it goes on. Disposing ends it and leaves the screen to reports.</summary>
internal interface IProgressView : IAsyncDisposable
{
    /// <summary>Called from any thread; texts hold no secrets any more.</summary>
    void Show(EngineEvent happened);
}
