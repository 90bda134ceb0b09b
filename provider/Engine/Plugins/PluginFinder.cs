namespace EdgeInfra.Engine.Plugins;

/// <summary>Where the executable of a plugin lies.</summary>
/// <param name="projectPlugins">Paths by package name, relative to the project: the executable, or the folder it is in.</param>
internal sealed class PluginFinder(
    string rootDirectory, IReadOnlyDictionary<string, string> projectPlugins, Func<string, string?> environment,
    string ownDirectory)
{
    /// <exception cref="PluginNotFoundException">It is nowhere; the message says where it was looked for.</exception>
    public string Find(string package, string version)
    {
        var file = $"pulumi-resource-{package}" + (OperatingSystem.IsWindows() ? ".exe" : "");
        if (projectPlugins.TryGetValue(package, out var named))
        {
            return Named(package, file, Path.Combine(rootDirectory, named));
        }

        var places = Ambient(file).Append(Path.Combine(ownDirectory, file)).ToArray();
        return places.FirstOrDefault(File.Exists)
            ?? Installed(package, file, version)
            ?? throw new PluginNotFoundException(
                $"no plugin for the package '{package}'{(version.Length > 0 ? $" {version}" : "")}: looked for {file} on PATH, in {ownDirectory} and "
                + $"in {Plugins()}; install it there, or name its folder under plugins.providers in Pulumi.yaml");
    }

    private static string Named(string package, string file, string place) =>
        File.Exists(place) ? Path.GetFullPath(place)
        : File.Exists(Path.Combine(place, file)) ? Path.GetFullPath(Path.Combine(place, file))
        : throw new PluginNotFoundException(
            $"Pulumi.yaml names {place} for the plugin '{package}', but there is no {file}; build it, or mend the path under plugins.providers");

    private IEnumerable<string> Ambient(string file) => environment("PULUMI_IGNORE_AMBIENT_PLUGINS") is { Length: > 0 }
        ? []
        : (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => Path.Combine(directory, file));

    // <plugins>/resource-<name>-v<version>/pulumi-resource-<name>; of several the newest.
    private string? Installed(string package, string file, string version)
    {
        var prefix = $"resource-{package}-v";
        var folders = Directory.Exists(Plugins()) ? Directory.GetDirectories(Plugins(), prefix + "*") : [];
        return folders
            .Where(folder => !File.Exists(folder + ".partial"))
            .Select(folder => (Version: Path.GetFileName(folder)[prefix.Length..], File: Path.Combine(folder, file)))
            .Where(found => (version.Length == 0 || found.Version == version.TrimStart('v')) && File.Exists(found.File))
            .OrderByDescending(found => Numbers(found.Version))
            .Select(found => found.File)
            .FirstOrDefault();
    }

    private string Plugins() => Path.Combine(
        environment("PULUMI_HOME") ?? Path.Combine(environment("HOME") ?? "", ".pulumi"), "plugins");

    private static Version Numbers(string text) =>
        Version.TryParse(text.Split('-', '+')[0], out var version) ? version : new Version();
}
