namespace EdgeInfra.Edge.Commands;

/// <summary>Something the user can mend. The message is all they get to see; it names the option and its value.</summary>
internal sealed class Complaint(string message, int exitCode = Complaint.Failed) : Exception(message)
{
    public const int Failed = 1;
    public const int WrongInput = 2;

    public int ExitCode { get; } = exitCode;
}
