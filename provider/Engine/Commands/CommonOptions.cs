using System.CommandLine;
using EdgeInfra.Engine.Workspace;

namespace EdgeInfra.Engine.Commands;

/// <summary>The options that every command takes: which project, and which of its stacks.</summary>
/// <remarks>One instance serves one command line: add it to the root, and hand it to whoever builds commands below.</remarks>
internal sealed class CommonOptions(Surroundings surroundings)
{
    private readonly Option<string> _directory = new("--cwd", "-C")
    {
        Description = "Run as if started in this folder.",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> _stack = new("--stack", "-s")
    {
        Description = "The stack; without it PULUMI_STACK, then the selected one, then 'dev'.",
        HelpName = "NAME",
        Recursive = true,
    };

    public void AddTo(Command root)
    {
        root.Add(_directory);
        root.Add(_stack);
    }

    /// <exception cref="WorkspaceException">There is no project there, or its file is wrong.</exception>
    public Workspace.Workspace Open(ParseResult line) => Workspace.Workspace.Open(line.GetValue(_directory)!, surroundings);

    /// <summary>The folder in which the command runs.</summary>
    public string Directory(ParseResult line) => Path.GetFullPath(line.GetValue(_directory)!);

    /// <summary>The stack's name as given; null when it was not.</summary>
    public string? StackName(ParseResult line) => line.GetValue(_stack);

    /// <summary>The stack that the command line means.</summary>
    public Task<Stack> OpenStack(ParseResult line, bool create) => Open(line).OpenStack(StackName(line), create);
}
