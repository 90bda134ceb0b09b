using EdgeInfra.Engine.Programs;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Execution;

/// <summary>Brings the world and the state together. One instance runs one operation.</summary>
/// <remarks>
/// Events arrive in order, from one thread at a time. Cancelling once lets what is in flight finish and saves it; nothing new
/// begins. With <see cref="DeploymentOptions.DryRun"/> nothing is changed and nothing saved.
/// </remarks>
internal interface IDeployment
{
    /// <summary>Runs the program and does what it asks for.</summary>
    Task<DeploymentResult> Update(IProgram program, Snapshot start, CancellationToken cancel);

    /// <summary>Reads every resource back.</summary>
    Task<DeploymentResult> Refresh(Snapshot start, CancellationToken cancel);

    /// <summary>Deletes everything, in reverse order of dependence.</summary>
    Task<DeploymentResult> Destroy(Snapshot start, CancellationToken cancel);
}
