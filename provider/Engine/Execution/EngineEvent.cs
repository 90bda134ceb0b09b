using System.Collections.Immutable;
using EdgeInfra.Engine.Planning;

namespace EdgeInfra.Engine.Execution;

/// <summary>What happens while a deployment runs, in the order in which it happens.</summary>
internal abstract record EngineEvent
{
    private EngineEvent()
    {
    }

    public sealed record StepBegan(StepReport Step) : EngineEvent;

    public sealed record StepEnded(StepReport Step) : EngineEvent;

    public sealed record StepFailed(StepReport Step) : EngineEvent;

    /// <param name="Urn">Empty when it concerns the deployment as a whole.</param>
    /// <param name="Ephemeral">Progress that may be overwritten by the next line.</param>
    public sealed record Diagnostic(string Urn, Severity Severity, string Message, bool Ephemeral = false) : EngineEvent;

    /// <summary>Component and stack outputs, when they become known.</summary>
    public sealed record Outputs(string Urn, EdgeInfra.Protocol.PropertyMap Values) : EngineEvent;

    /// <summary>The last one. Only logical steps count; unchanged resources count as Same.</summary>
    public sealed record Summary(bool Succeeded, ImmutableSortedDictionary<Operation, int> Changes, TimeSpan Duration) : EngineEvent;
}
