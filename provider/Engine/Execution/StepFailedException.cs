namespace EdgeInfra.Engine.Execution;

/// <summary>Ends the work on a resource whose failure has been reported already.</summary>
internal sealed class StepFailedException(string urn) : Exception($"the step on {urn} failed")
{
    public string Urn { get; } = urn;
}
