using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EdgeInfra.Engine.Programs;

/// <summary>Builds .NET programs, each only when its sources or those of projects it refers to have changed.</summary>
/// <param name="stamps">The folder in which it remembers what was built.</param>
/// <param name="configuration">As in Debug or Release.</param>
/// <param name="output">Where the build says that it goes on.</param>
/// <param name="time">For the end of the build's output.</param>
/// <param name="dotnet">The command, by name or path.</param>
internal sealed partial class DotnetBuild(string stamps, string configuration, ProgramOutput output, TimeProvider time, string dotnet = "dotnet")
{
    // File times come from a clock that ticks more slowly than this one: what was changed just now may seem to be older.
    private static readonly TimeSpan CoarsestFileTime = TimeSpan.FromMilliseconds(50);

    // MSBuild takes properties from the environment; this one chooses between two sets of packages for a whole tree.
    private readonly string _variant = $"{configuration} {Environment.GetEnvironmentVariable("PulumiPackage")}".TrimEnd();

    /// <summary>The assembly of the program in that folder.</summary>
    /// <exception cref="ProgramBuildException">There is not exactly one project, or it does not compile.</exception>
    public async Task<string> Binary(string directory, CancellationToken cancel)
    {
        var project = OnlyProject(directory);
        var file = StampFile(project);
        if (Read(file) is { } stamp && File.Exists(stamp.Binary) && SourceFingerprint.Of(stamp.Projects, _variant) == stamp.Fingerprint)
        {
            return stamp.Binary;
        }

        output.Progress($"building {Path.GetFileName(project)} ...");
        var begun = time.GetUtcNow() - CoarsestFileTime;
        await Dotnet(["build", project, "-nologo", "-v", "q", "-c", configuration], directory, cancel);
        var built = await Locate(project, directory, begun, cancel);
        Directory.CreateDirectory(stamps);
        await File.WriteAllBytesAsync(file, JsonSerializer.SerializeToUtf8Bytes(built), cancel);
        return built.Binary;
    }

    private static string OnlyProject(string directory) => Directory.GetFiles(directory, "*.??proj") switch
    {
        [var only] => only,
        [] => throw new ProgramBuildException(
            $"there is no .csproj in {directory}; a program of 'runtime: dotnet' needs one (or set runtime.options.binary to a built program)"),
        var several => throw new ProgramBuildException(
            $"there are several projects in {directory}: {string.Join(", ", several.Select(Path.GetFileName))}; a program needs a folder of its own"),
    };

    private async Task<BuildStamp> Locate(string project, string directory, DateTimeOffset begun, CancellationToken cancel)
    {
        var answer = await Dotnet(
            ["msbuild", project, $"-p:Configuration={configuration}", "-getProperty:TargetPath,ProjectAssetsFile"], directory, cancel);
        using var properties = JsonDocument.Parse(answer);
        var found = properties.RootElement.GetProperty("Properties");
        var projects = await Projects(project, found.GetProperty("ProjectAssetsFile").GetString()!, cancel);
        var fingerprint = SourceFingerprint.Changed(projects, begun, time.GetUtcNow()) ? "changed while it was built" : SourceFingerprint.Of(projects, _variant);
        return new BuildStamp(found.GetProperty("TargetPath").GetString()!, [.. projects], fingerprint);
    }

    // What restore has found out is exact, whatever conditions and properties the references were written with.
    private static async Task<IReadOnlyList<string>> Projects(string project, string assetsFile, CancellationToken cancel)
    {
        using var assets = JsonDocument.Parse(await File.ReadAllBytesAsync(assetsFile, cancel));
        var folder = Path.GetDirectoryName(project)!;
        return
        [
            project,
            .. assets.RootElement.GetProperty("libraries").EnumerateObject()
                .Select(library => library.Value)
                .Where(library => library.GetProperty("type").GetString() == "project")
                .Select(library => Path.GetFullPath(library.GetProperty("msbuildProject").GetString()!, folder)),
        ];
    }

    /// <summary>Runs dotnet, and fails with everything that it printed.</summary>
    private async Task<string> Dotnet(string[] arguments, string directory, CancellationToken cancel)
    {
        var printed = new StringBuilder();
        void Keep(string line)
        {
            lock (printed)
            {
                printed.AppendLine(line);
            }
        }

        var process = new ChildProcess(dotnet, arguments, directory, time);
        var code = await process.Run(Keep, Keep, cancel);
        lock (printed)
        {
            return code == 0
                ? printed.ToString()
                : throw new ProgramBuildException($"dotnet {arguments[0]} failed with code {code}:\n{Mistakes(printed.ToString(), directory)}");
        }
    }

    // Each error once and nothing around them, files as seen from the program's folder; all there is when nothing looks like an error.
    private static string Mistakes(string printed, string directory)
    {
        var folder = Path.TrimEndingDirectorySeparator(directory) + Path.DirectorySeparatorChar;
        var lines = printed.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToArray();
        var errors = lines.Where(line => Error().IsMatch(line)).ToArray();
        return string.Join('\n', (errors.Length > 0 ? errors : lines)
            .Select(line => ProjectAtTheEnd().Replace(line, "").Replace(folder, "", StringComparison.Ordinal)).Distinct());
    }

    [GeneratedRegex("^error |: error ")]
    private static partial Regex Error();

    [GeneratedRegex(@" \[[^\]]*proj\]$")]
    private static partial Regex ProjectAtTheEnd();

    private string StampFile(string project)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{project}|{_variant}"));
        return Path.Combine(stamps, $"{Path.GetFileNameWithoutExtension(project)}-{Convert.ToHexStringLower(hash)[..12]}.json");
    }

    private static BuildStamp? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<BuildStamp>(File.ReadAllBytes(file)) : null;
        }
        catch (JsonException)
        {
            // Written halfway: as good as none.
            return null;
        }
    }
}
