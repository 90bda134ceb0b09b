using System.Text;
using System.Text.RegularExpressions;

namespace EdgeInfra.Engine.Workspace;

/// <summary>A project on disk and its stacks.</summary>
internal sealed partial class Workspace
{
    /// <summary>The stack that is used when none was ever named.</summary>
    public const string DefaultStack = "dev";

    private readonly Surroundings _surroundings;
    private readonly FileBackend _backend;

    private Workspace(Project project, string rootDirectory, Surroundings surroundings)
    {
        Project = project;
        RootDirectory = rootDirectory;
        _surroundings = surroundings;
        _backend = FileBackend.Open(surroundings.BackendUrl ?? project.BackendUrl, project.Name, rootDirectory, surroundings.UserDirectory);
    }

    public Project Project { get; }

    /// <summary>The folder of Pulumi.yaml.</summary>
    public string RootDirectory { get; }

    /// <summary>The folder in which the program runs.</summary>
    public string ProgramDirectory => Directory.Exists(Main) || Project.Main.Length == 0 ? Main : Path.GetDirectoryName(Main)!;

    /// <summary>The program's file when <c>main</c> names one; null when it names a folder or nothing.</summary>
    public string? EntryPoint => File.Exists(Main) ? Path.GetFileName(Main) : null;

    /// <summary>For what programs leave behind between runs, such as stamps of builds.</summary>
    public string CacheDirectory => Path.Combine(RootDirectory, ".pulumi", "programs");

    /// <summary>The stack that is meant when none is named: of the environment, then the selected one, then <see cref="DefaultStack"/>.</summary>
    public string CurrentStack => _surroundings.Stack ?? Selected() ?? DefaultStack;

    private string Main => Path.GetFullPath(Project.Main, RootDirectory);

    private string SelectionFile => Path.Combine(RootDirectory, ".pulumi", "current-stack");

    /// <summary>Finds the project that a folder belongs to: its own, or the nearest one above.</summary>
    /// <exception cref="WorkspaceException">There is none, or its file is wrong.</exception>
    public static Workspace Open(string directory, Surroundings? surroundings = null)
    {
        var start = Path.GetFullPath(directory);
        if (!Directory.Exists(start))
        {
            throw new WorkspaceException($"there is no folder {start}");
        }

        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, ProjectFile.Name)))
            {
                var workspace = new Workspace(
                    ProjectFile.Read(Path.Combine(folder, ProjectFile.Name)), folder, surroundings ?? Surroundings.OfThisProcess());
                workspace.RequireProgramDirectory();
                return workspace;
            }
        }

        throw new WorkspaceException(
            $"no {ProjectFile.Name} in {start} nor in a folder above it; go to a project, or name one with --cwd");
    }

    /// <summary>Names of all stacks, in order.</summary>
    public IReadOnlyList<string> StackNames() => _backend.StackNames();

    /// <summary>Opens a stack; nothing is written before it is locked or saved.</summary>
    /// <param name="name">Its name; null for the current one.</param>
    /// <param name="create">Whether it may be new.</param>
    /// <exception cref="WorkspaceException">No such stack, or a name that none can have.</exception>
    public Task<Stack> OpenStack(string? name, bool create)
    {
        var stack = ShortName(name ?? CurrentStack);
        if (!StackName().IsMatch(stack))
        {
            throw new WorkspaceException($"'{stack}' is no stack name; expected up to 100 of: letters, digits, '-', '_' and '.'");
        }

        var opened = new Stack(stack, Project, _backend, StackConfigFile.Read(ConfigFile(stack)), _surroundings);
        if (!create && !opened.Exists)
        {
            throw new WorkspaceException(Missing(stack));
        }

        return Task.FromResult(opened);
    }

    /// <summary>Makes a stack the one that is meant when none is named.</summary>
    public void Select(string name) => AtomicFile.Write(SelectionFile, Encoding.UTF8.GetBytes(name + "\n"), shared: true);

    // The Pulumi CLI prints full names, so they come back here.
    private string ShortName(string name) => name.Split('/') is [_, _, var last] && name == _backend.FullName(last) ? last : name;

    private string ConfigFile(string stack) => Path.Combine(RootDirectory, $"Pulumi.{stack}.yaml");

    private string? Selected() => File.Exists(SelectionFile) && File.ReadAllText(SelectionFile).Trim() is { Length: > 0 } name ? name : null;

    private string Missing(string stack)
    {
        if (_backend.PackedStateFile(stack) is { } packed)
        {
            return $"{packed} is compressed, which this engine does not read; unpack it, or save it plain with the Pulumi CLI";
        }

        var known = StackNames() is { Count: > 0 } names ? $"there is: {string.Join(", ", names)}" : "there is none yet";
        return $"no stack '{stack}' of project '{Project.Name}'; {known}. Make it with: edgeinfra stack init {stack}";
    }

    private void RequireProgramDirectory()
    {
        if (!Directory.Exists(Main) && !File.Exists(Main))
        {
            throw new WorkspaceException(
                $"{Path.Combine(RootDirectory, ProjectFile.Name)}: 'main' is '{Project.Main}', but there is no folder or file {Main}");
        }
    }

    [GeneratedRegex(@"^(?!\.{1,2}\z)[A-Za-z0-9_.-]{1,100}\z")] // . and .. are folders, not names
    private static partial Regex StackName();
}
