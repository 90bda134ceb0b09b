using EdgeInfra.Engine.Plugins;

namespace Unit.Engine.Plugins;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class Finding_plugins : IDisposable
{
    private readonly PluginFolder _folder = new();

    [Fact]
    public void Takes_what_the_project_names_before_anything_else()
    {
        _folder.Environment["PATH"] = PluginFolder.Place("p", _folder.File("bin"));
        PluginFolder.Place("p", _folder.File("own"));
        _folder.Named["p"] = "own";

        Assert.Equal(_folder.File("own/pulumi-resource-p"), Find("p"));
    }

    [Fact]
    public void Looks_on_PATH_and_then_in_the_plugin_folder()
    {
        _folder.Environment["PATH"] = $"/nowhere:{PluginFolder.Place("p", _folder.File("bin"))}";
        _folder.Environment["PULUMI_HOME"] = _folder.Path;
        PluginFolder.Place("p", _folder.File("plugins/resource-p-v1.0.0"));

        Assert.Equal(_folder.File("bin/pulumi-resource-p"), Find("p"));
        _folder.Environment["PULUMI_IGNORE_AMBIENT_PLUGINS"] = "true";
        Assert.Equal(_folder.File("plugins/resource-p-v1.0.0/pulumi-resource-p"), Find("p"));
    }

    [Fact]
    public void Takes_the_version_that_is_wanted_or_the_newest_whole_one()
    {
        _folder.Environment["PULUMI_HOME"] = _folder.Path;
        foreach (var version in new[] { "1.9.0", "1.10.0", "2.0.0" })
        {
            PluginFolder.Place("p", _folder.File($"plugins/resource-p-v{version}"));
        }

        File.WriteAllText(_folder.File("plugins/resource-p-v2.0.0.partial"), "");

        Assert.Equal(_folder.File("plugins/resource-p-v1.10.0/pulumi-resource-p"), Find("p"));
        Assert.Equal(_folder.File("plugins/resource-p-v1.9.0/pulumi-resource-p"), Find("p", "1.9.0"));
    }

    [Fact]
    public void Says_where_it_has_looked()
    {
        _folder.Environment["PULUMI_HOME"] = _folder.Path;
        _folder.Named["named"] = "not/built";

        Assert.Contains(_folder.File("plugins"), Assert.Throws<PluginNotFoundException>(() => Find("p", "1.0.0")).Message, StringComparison.Ordinal);
        Assert.Contains(
            "not/built", Assert.Throws<PluginNotFoundException>(() => Find("named")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Find(string package, string version = "") =>
        new PluginFinder(_folder.Path, _folder.Named, _folder.Environment.GetValueOrDefault, "/nowhere").Find(package, version);
}
