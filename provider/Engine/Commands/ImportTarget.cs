using System.Collections.Immutable;
using System.CommandLine;
using EdgeInfra.Engine.Workspace;

namespace EdgeInfra.Engine.Commands;

/// <summary>Where an imported program goes, and what is there already.</summary>
/// <param name="Directory">Where the files are written.</param>
/// <param name="Project">The project that is there; null when a whole program is to be written.</param>
/// <param name="Language">Of the program.</param>
internal sealed record ImportTarget(string Directory, Project? Project, string Language)
{
    private static readonly ImmutableDictionary<string, string> Languages =
        ImmutableDictionary<string, string>.Empty.Add("dotnet", "csharp").Add("yaml", "yaml");

    /// <exception cref="WorkspaceException">What is there cannot take it in.</exception>
    public static ImportTarget Open(ImportFlags flags, ParseResult line, string current)
    {
        var folder = Path.GetFullPath(line.GetValue(flags.Out) ?? ".", current);
        var asked = line.GetValue(flags.Language);
        var file = Path.Combine(folder, ProjectFile.Name);
        if (!File.Exists(file))
        {
            return new(folder, null, asked ?? "csharp");
        }

        var project = ProjectFile.Read(file);
        var language = Languages.GetValueOrDefault(project.Runtime) ?? throw new WorkspaceException(
            $"{file}: programs of runtime '{project.Runtime}' cannot be added to; choose another folder with --out");
        if (asked is not null && asked != language)
        {
            throw new WorkspaceException(
                $"--language {asked}: the program in {folder} is of runtime '{project.Runtime}'; leave the option out, or choose another folder with --out");
        }

        return new(Path.GetFullPath(project.Main, folder), project, language);
    }

    /// <summary>Everything, or nothing: no file that is there is lost.</summary>
    /// <returns>The full paths.</returns>
    /// <exception cref="WorkspaceException">Something is in the way.</exception>
    public IReadOnlyList<string> Write(IReadOnlyDictionary<string, string> files, bool force)
    {
        var paths = files.ToDictionary(file => Path.Combine(Directory, file.Key), file => file.Value);
        string[] inTheWay = [.. paths.Keys.Where(File.Exists), .. Project is null ? OtherProjects(paths.Keys) : []];
        if (inTheWay.Length > 0 && !force)
        {
            throw new WorkspaceException(
                $"{string.Join(", ", inTheWay)} {(inTheWay.Length == 1 ? "is" : "are")} there already, and nothing was written; choose another folder with --out, or write over with --force");
        }

        foreach (var (path, text) in paths)
        {
            AtomicFile.Write(path, System.Text.Encoding.UTF8.GetBytes(text), shared: true);
        }

        return [.. paths.Keys];
    }

    // A folder holds one .NET project at most.
    private IEnumerable<string> OtherProjects(IEnumerable<string> paths) =>
        System.IO.Directory.Exists(Directory) && paths.Any(path => path.EndsWith("proj", StringComparison.Ordinal))
            ? System.IO.Directory.GetFiles(Directory, "*.??proj").Except(paths)
            : [];
}
