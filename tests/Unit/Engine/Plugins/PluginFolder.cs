using EdgeInfra.Engine.Plugins;

namespace Unit.Engine.Plugins;

/// <summary>A folder with plugins that are shell scripts, and a source that finds nothing but them.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
internal sealed class PluginFolder : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Path { get; } = Directory.CreateTempSubdirectory("plugins-").FullName;

    public Dictionary<string, string?> Environment { get; } = [];

    public Dictionary<string, string> Named { get; } = [];

    public Dictionary<string, Func<IProvider>> BuiltIn { get; } = [];

    public PluginSource Source(TimeProvider? time = null) => new(Path, Named, BuiltIn, time ?? TimeProvider.System, Environment.GetValueOrDefault);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Adds a plugin for the package of that name, named by the project.</summary>
    public PluginFolder Add(string package, string script)
    {
        Named[package] = System.IO.Path.GetRelativePath(Path, Place(package, File(package)));
        WriteScript(package, script);
        return this;
    }

    /// <summary>Puts a file of the right name into that folder.</summary>
    public static string Place(string package, string folder)
    {
        Directory.CreateDirectory(folder);
        System.IO.File.WriteAllText(System.IO.Path.Combine(folder, $"pulumi-resource-{package}"), "");
        return folder;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void WriteScript(string package, string script)
    {
        var file = System.IO.Path.Combine(File(package), $"pulumi-resource-{package}");
        System.IO.File.WriteAllText(file, "#!/bin/sh\n" + script.ReplaceLineEndings("\n"));
        System.IO.File.SetUnixFileMode(file, Executable);
    }
}
