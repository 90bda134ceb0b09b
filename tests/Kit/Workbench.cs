using System.Text.RegularExpressions;

namespace Kit;

/// <summary>A copy of an example that a test may change, with a stack, a state and passphrase of its own.</summary>
public sealed partial class Workbench : IAsyncDisposable
{
    private readonly string _name = "Copy" + Guid.NewGuid().ToString("N")[..8];

    private Workbench()
    {
    }

    // Among the examples, so that their build settings apply.
    public string Folder => Repository.At("examples", ".copies", _name);

    public static Workbench Copy(string example)
    {
        var bench = new Workbench();
        var source = Repository.At("examples", example);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(file => !LeftOver().IsMatch(Path.GetRelativePath(source, file))))
        {
            var target = Path.Combine(bench.Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        bench.OwnProject(example);
        return bench;
    }

    public void Change(string file, string before, string after)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        if (!text.Contains(before, StringComparison.Ordinal))
        {
            throw new ArgumentException($"{path} has no '{before}'", nameof(before));
        }

        File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal));
    }

    public Task<Ran> Cli(params string[] arguments) => Kit.Cli.Run(Folder, arguments);

    public async Task<string> Output(string name) => (await Cli("stack", "output", name)).Succeeded().Output.Trim();

    public async ValueTask DisposeAsync()
    {
        await Cli("destroy", "--yes");
        Directory.Delete(Folder, recursive: true);
    }

    // An assembly is built into a folder named after its project: a copy needs a name of its own.
    private void OwnProject(string example)
    {
        var project = Path.Combine(Folder, example + ".csproj");
        if (File.Exists(project))
        {
            Change(example + ".csproj", "../../provider", Repository.At("provider"));
            File.Move(project, Path.Combine(Folder, _name + ".csproj"));
            File.Delete(Path.Combine(Folder, "packages.lock.json"));
        }

        Change("Pulumi.yaml", "../../artifacts/bin/Provider/release", Path.GetDirectoryName(Repository.Provider)!);
    }

    [GeneratedRegex(@"^(\.pulumi|\.edge|bin|obj)/|Pulumi\..+\.yaml$")]
    private static partial Regex LeftOver();
}
