using System.Security.Cryptography;
using System.Text;

namespace EdgeInfra.Engine.Programs;

/// <summary>Tells by names, sizes and times whether anything that goes into a build has changed since the last one.</summary>
internal static class SourceFingerprint
{
    private static readonly HashSet<string> Sources = new(StringComparer.OrdinalIgnoreCase)
    {
        ".cs", ".fs", ".vb", ".csproj", ".fsproj", ".vbproj", ".props", ".targets", ".json", ".resx", ".proto",
    };

    private static readonly HashSet<string> Products =
        new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "artifacts", "node_modules" };

    /// <param name="projects">Project files.</param>
    /// <param name="variant">Whatever else the result depends on, such as the configuration.</param>
    public static string Of(IEnumerable<string> projects, string variant)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(variant));
        foreach (var file in Files(projects))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// Whether any of it was changed between two moments; times in the future, as wrong clocks give them, do not count.
    /// </summary>
    public static bool Changed(IEnumerable<string> projects, DateTimeOffset after, DateTimeOffset until) =>
        Files(projects).Any(file => file.LastWriteTimeUtc > after.UtcDateTime && file.LastWriteTimeUtc <= until.UtcDateTime);

    private static IEnumerable<FileInfo> Files(IEnumerable<string> projects)
    {
        var folders = projects.Select(project => Path.GetDirectoryName(project)!).Distinct().ToArray();
        return folders.SelectMany(Below).Concat(folders.SelectMany(Above)).Distinct().Order(StringComparer.Ordinal)
            .Select(path => new FileInfo(path)).Where(file => file.Exists);
    }

    private static IEnumerable<string> Below(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(IsSource).Concat(
            Directory.EnumerateDirectories(folder).Where(IsOwn).SelectMany(Below))
        : [];

    // MSBuild looks for these in every folder above; other .props files there are what projects import by name.
    private static IEnumerable<string> Above(string folder)
    {
        for (var above = folder; above is not null && Directory.Exists(above); above = Path.GetDirectoryName(above))
        {
            foreach (var file in Directory.EnumerateFiles(above).Where(IsShared))
            {
                yield return file;
            }
        }
    }

    private static bool IsShared(string file) => Path.GetFileName(file) is var name
        && (name is "global.json" or ".editorconfig" || Path.GetExtension(name) is ".props" or ".targets"
            || name.Equals("nuget.config", StringComparison.OrdinalIgnoreCase));

    // A lock file is written by the build itself, and changes only with the files that it follows from.
    private static bool IsSource(string file) =>
        Sources.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != "packages.lock.json";

    private static bool IsOwn(string folder) =>
        Path.GetFileName(folder) is var name && !name.StartsWith('.') && !Products.Contains(name);
}
