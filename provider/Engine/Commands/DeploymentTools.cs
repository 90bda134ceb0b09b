using EdgeInfra.Engine.Display;
using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Programs;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Commands;

/// <summary>What commands that deploy are made with.</summary>
internal sealed record DeploymentTools
{
    /// <summary>The engine; without a store nothing is saved.</summary>
    public required Func<Workspace.Workspace, DeploymentOptions, ISnapshotStore?, Action<EngineEvent>, IDeployment> Deployment { get; init; }

    /// <summary>The project's program.</summary>
    public required Func<Workspace.Workspace, ProgramOutput, IProgram> Program { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>Standard output is a terminal: colours, and a tree that is drawn anew.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Reads an answer; null when nobody is there to give one.</summary>
    public Func<string?>? Ask { get; init; }

    public Screen Screen(TextWriter output, TextWriter errors, bool plain) => new(output, errors, IsTerminal && !plain);
}
