namespace EdgeInfra.Edge.Commands;

/// <summary>
/// What is written down about a process that runs from a data directory. The number alone could belong to another one by now.
/// </summary>
/// <param name="Options">What it was started with, to tell whether it is the one that is wanted. Holds the token's hash
/// only.</param>
/// <param name="Ready">The line it printed when it was ready.</param>
internal sealed record RunningProcess(int Pid, string Birth, string Options, string Ready)
{
    public bool IsAlive => ProcessBirth.Of(Pid) == Birth;
}
