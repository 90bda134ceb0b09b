namespace Kit;

/// <summary>A command that has ended.</summary>
public sealed record Ran(int ExitCode, string Output, string Error)
{
    /// <summary>Everything it said, for messages and searches.</summary>
    public string All => Output + Error;

    public Ran Succeeded() => ExitCode == 0 ? this : throw new InvalidOperationException($"exit code {ExitCode}:\n{All}");

    public Ran Failed() => ExitCode != 0 ? this : throw new InvalidOperationException($"should have failed, but said:\n{All}");
}
