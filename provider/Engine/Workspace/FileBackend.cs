using EdgeInfra.Engine.Programs;

namespace EdgeInfra.Engine.Workspace;

/// <summary>Where stacks lie on disk: the layout of Pulumi's own file backend, so that its CLI finds them.</summary>
internal sealed class FileBackend
{
    private static readonly string[] Packings = [".gz", ".zst"];

    private readonly string _project;

    private FileBackend(string root, string project)
    {
        Root = root;
        _project = project;
    }

    /// <summary>The folder <c>.pulumi</c>.</summary>
    public string Root { get; }

    private string Stacks => Path.Combine(Root, "stacks", _project);

    /// <param name="url">As in <c>file:///var/stacks</c> or <c>file://~</c>; null for the project's own folder.</param>
    /// <param name="project">The project's name.</param>
    /// <param name="projectDirectory">Where relative folders start.</param>
    /// <param name="userDirectory">What <c>~</c> stands for.</param>
    /// <exception cref="WorkspaceException">Another kind of backend, or another version of the layout.</exception>
    public static FileBackend Open(string? url, string project, string projectDirectory, string userDirectory)
    {
        var backend = new FileBackend(Path.Combine(Folder(url, projectDirectory, userDirectory), ".pulumi"), project);
        backend.RefuseOtherLayouts();
        return backend;
    }

    /// <summary>Names of the project's stacks, in order.</summary>
    public IReadOnlyList<string> StackNames() => !Directory.Exists(Stacks) ? [] :
    [
        .. Directory.EnumerateFiles(Stacks, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
    ];

    public string StateFile(string stack) => Path.Combine(Stacks, stack + ".json");

    /// <summary>The state file as Pulumi writes it when told to compress; null when there is none.</summary>
    public string? PackedStateFile(string stack) => Packings.Select(packing => StateFile(stack) + packing).FirstOrDefault(File.Exists);

    public string HistoryFolder(string stack) => Path.Combine(Root, "history", _project, stack);

    public string LockFolder(string stack) => Path.Combine(Root, "locks", ProgramContext.Organization, _project, stack);

    public string BackupFile(string stack, long unixNanoseconds) =>
        Path.Combine(Root, "backups", _project, stack, $"{stack}.{unixNanoseconds}.json");

    /// <summary>As it stands in state files.</summary>
    public string FullName(string stack) => $"{ProgramContext.Organization}/{_project}/{stack}";

    /// <summary>Marks the layout; to be called before anything else is written.</summary>
    public void Prepare()
    {
        var meta = Path.Combine(Root, "meta.yaml");
        if (!File.Exists(meta))
        {
            AtomicFile.Write(meta, "version: 1\n"u8, shared: true);
        }
    }

    private void RefuseOtherLayouts()
    {
        var meta = Path.Combine(Root, "meta.yaml");
        if (File.Exists(meta) && YamlFile.Read(meta) is var file && file.RequiredText(file.Root, "version") is var version && version != "1")
        {
            throw new WorkspaceException($"{meta}: the state there has layout version {version}; this engine knows version 1");
        }
    }

    private static string Folder(string? url, string projectDirectory, string userDirectory)
    {
        const string Scheme = "file://";
        if (url is null)
        {
            return projectDirectory;
        }

        if (!url.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new WorkspaceException(
                $"the backend '{url}' needs the Pulumi CLI: this engine keeps stacks in files. "
                + "Use a file:// URL in PULUMI_BACKEND_URL or in Pulumi.yaml's backend.url, or leave both out");
        }

        var path = url[Scheme.Length..].Split('?')[0];
        return path == "~" || path.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Combine(userDirectory, path[1..].TrimStart('/'))
            : Path.GetFullPath(path.Length == 0 ? "." : path, projectDirectory);
    }
}
