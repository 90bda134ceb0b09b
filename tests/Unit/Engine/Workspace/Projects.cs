using EdgeInfra.Engine.Workspace;

namespace Unit.Engine.Workspaces;

public sealed class Projects
{
    [Fact]
    public void Say_what_they_are()
    {
        using var disk = new ProjectOnDisk("""
            name: www
            description: The site.
            runtime:
              name: dotnet
              options: { binary: bin/www.dll, typescript: false }
            main: app
            config:
              port: { type: integer, default: 8080 }
              tags: { type: array, default: [a, 1] }
              token: { type: string, secret: true, default: x }
              edge:endpoint: http://127.0.0.1
            plugins:
              providers:
                - { name: edge, path: ../bin }
            """);
        disk.Write("app/x.txt", "");

        var workspace = disk.Open();

        Assert.Equal(("www", "dotnet", "The site."), (workspace.Project.Name, workspace.Project.Runtime, workspace.Project.Description));
        Assert.Equal("bin/www.dll", workspace.Project.RuntimeOptions["binary"]);
        Assert.Equal("false", workspace.Project.RuntimeOptions["typescript"]);
        Assert.Equal(disk.At("app"), workspace.ProgramDirectory);
        Assert.Equal(new ConfigDeclaration("integer", "8080", false), workspace.Project.Config["www:port"]);
        Assert.Equal("""["a",1]""", workspace.Project.Config["www:tags"].Default);
        Assert.True(workspace.Project.Config["www:token"].IsSecret);
        Assert.Equal("http://127.0.0.1", workspace.Project.Config["edge:endpoint"].Default);
        Assert.Equal(Path.GetFullPath("../bin", disk.Path), workspace.Project.Plugins["edge"]);
    }

    [Fact]
    public void Are_found_from_a_folder_below()
    {
        using var disk = new ProjectOnDisk();
        Directory.CreateDirectory(disk.At("a/b"));

        Assert.Equal(disk.Path, Workspace.Open(disk.At("a/b"), disk.Surroundings).RootDirectory);
    }

    [Fact]
    public void Are_asked_for_where_there_is_none()
    {
        using var disk = new ProjectOnDisk();

        var failure = Assert.Throws<WorkspaceException>(() => Workspace.Open(Path.GetDirectoryName(disk.Path)!, disk.Surroundings));

        Assert.Contains("no Pulumi.yaml", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("runtime: yaml", "line 1: 'name' is missing")]
    [InlineData("name: www", "line 1: 'runtime' is missing")]
    [InlineData("name: ..\nruntime: yaml", "line 1: 'name' is '..'; expected up to 100")]
    [InlineData("name: a b\nruntime: yaml", "line 1: 'name' is 'a b'; expected up to 100")]
    [InlineData("name: www\nruntime: [yaml]", "line 2: 'runtime' is a list; expected a text")]
    [InlineData("name: www\nruntime: yaml\nplugins:\n  providers: { name: x }", "line 4: 'providers' is an object; expected a list")]
    [InlineData("name: www\nruntime: yaml\nplugins:\n  providers:\n    - name: x", "line 5: 'path' is missing")]
    [InlineData("name: www\nruntime: yaml\nconfig:\n  port: { type: whole }", "line 4: 'config.port.type' is 'whole'; expected string, integer")]
    [InlineData("name: www\nruntime: yaml\nconfig:\n  key: { default: { secure: v1:x } }", "line 4: 'config.key' is an encrypted value")]
    [InlineData("name: www\n  runtime: yaml", "line 2: not valid YAML")]
    [InlineData("name: www\nruntime: [yaml\nmain: [x]\n", "line 2: not valid YAML: a bracket, brace or quote from here on is not closed")]
    [InlineData("- a", "line 1: expected 'key: value' lines, found a list")]
    [InlineData("name: www\nruntime: yaml\nmain: gone", "there is no folder or file")]
    [InlineData("name: www\nruntime: yaml\nbackend: { url: 's3://bucket' }", "'s3://bucket' needs the Pulumi CLI")]
    public void Are_refused_with_file_line_and_what_is_expected(string yaml, string message)
    {
        using var disk = new ProjectOnDisk(yaml);

        var failure = Assert.Throws<WorkspaceException>(() => disk.Open());

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Contains(message.StartsWith("line", StringComparison.Ordinal) ? "Pulumi.yaml, line" : "", failure.Message, StringComparison.Ordinal);
    }
}
