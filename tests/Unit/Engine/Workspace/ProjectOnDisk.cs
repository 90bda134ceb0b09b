using EdgeInfra.Engine.State;
using EdgeInfra.Engine.Workspace;
using Kit;

namespace Unit.Engine.Workspaces;

/// <summary>A project in a folder of its own, and a user with a home of his own.</summary>
internal sealed class ProjectOnDisk : IDisposable
{
    /// <summary>Made with the passphrase "password".</summary>
    public const string Salt = "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";

    // Deriving keys takes long by design; tests that use one salt share its key.
    private static readonly KeyRing Keys = new();

    private readonly TempFolder _folder = new();

    public ProjectOnDisk(string yaml = "name: www\nruntime: dotnet\n")
    {
        Surroundings = new Surroundings
        {
            UserDirectory = _folder.At("home"),
            PulumiHome = _folder.At("home", ".pulumi"),
            UserName = "kim",
            HostName = Environment.MachineName,
            ProcessId = Environment.ProcessId,
            Time = new FixedTime(),
            Note = Notes.Add,
            Passphrase = "password",
            Keys = Keys,
        };
        Write("Pulumi.yaml", yaml);
    }

    public List<string> Notes { get; } = [];

    public Surroundings Surroundings { get; set; }

    public string Path => _folder.At("project");

    public string At(string path) => System.IO.Path.Combine(Path, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    public string Read(string path) => File.ReadAllText(At(path));

    /// <summary>Everything there is, as paths from the project's folder; lock files have random names.</summary>
    public IEnumerable<string> Files() => Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Path, file)).Order(StringComparer.Ordinal);

    public Workspace Open() => Workspace.Open(Path, Surroundings);

    public Task<Stack> Stack(string? name = null) => Open().OpenStack(name, create: true);

    public void Dispose() => _folder.Dispose();
}
