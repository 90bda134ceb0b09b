using System.CommandLine;
using EdgeInfra.Engine.Commands;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using Unit.Engine.Workspaces;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Commands;

public sealed class State_commands : IDisposable
{
    private readonly ProjectOnDisk _disk = new();

    public State_commands() => _disk.Write("Pulumi.dev.yaml", $"encryptionsalt: {ProjectOnDisk.Salt}\n");

    public void Dispose() => _disk.Dispose();

    [Fact]
    public async Task Print_one_output_bare()
    {
        await Deploy(("url", "http://127.0.0.1:8080"), ("version", 3.0));

        Assert.Equal((0, "http://127.0.0.1:8080\n", ""), await Run("stack output url"));
        Assert.Equal((0, "3\n", ""), await Run("stack output version"));
        Assert.Equal((0, "\"http://127.0.0.1:8080\"\n", ""), await Run("stack output url --json"));
    }

    [Fact]
    public async Task Hide_secret_outputs_unless_asked()
    {
        await Deploy(("key", new V.Secret("hunter2")), ("list", new V.List("a", new V.Secret("b"))));

        Assert.Equal(
            (0, "OUTPUT  VALUE\nkey     [secret]\nlist    [\n  \"a\",\n  \"[secret]\"\n]\n", ""), await Run("stack output"));
        Assert.Equal((0, "[secret]\n", ""), await Run("stack output key"));
        Assert.Equal((0, "hunter2\n", ""), await Run("stack output key --show-secrets"));
        Assert.Equal((0, "{\n  \"key\": \"hunter2\",\n  \"list\": [\n    \"a\",\n    \"b\"\n  ]\n}\n", ""), await Run("stack output --json --show-secrets"));
    }

    [Fact]
    public async Task Name_the_outputs_there_are_when_one_is_missing()
    {
        await Deploy(("url", "x"));

        Assert.Equal((1, "", "error: the stack 'dev' has no output 'uri'; it has: url\n"), await Run("stack output uri"));
        Assert.Equal((1, "", "error: no stack 'prod' of project 'www'; there is: dev. Make it with: edgeinfra stack init prod\n"), await Run("stack output -s prod"));
    }

    [Fact]
    public async Task Make_select_list_and_remove_stacks()
    {
        Assert.Equal((0, "There are no stacks yet; 'edgeinfra up' makes one.\n", ""), await Run("stack ls"));
        Assert.Equal((0, "", ""), await Run("stack init prod"));
        await Deploy(("url", "x"));
        Assert.Equal((1, "", "error: there is a stack 'prod' already; to use it: edgeinfra stack select prod\n"), await Run("stack init prod"));

        var (_, list, _) = await Run("stack ls");

        Assert.Matches("^NAME   LAST UPDATE \\(UTC\\)    RESOURCES\ndev    [-0-9: ]{19}  1\nprod\\*  [-0-9: ]{19}  0\n$", list);
        Assert.Equal(0, (await Run("stack select dev")).Exit);
        Assert.Contains(
            "\"name\": \"dev\",\n    \"current\": true", (await Run("stack ls --json")).Output, StringComparison.Ordinal);
        Assert.Contains("still has 1 resources", (await Run("stack rm")).Error, StringComparison.Ordinal);
        Assert.Equal((0, "", ""), await Run("stack rm --force"));
        Assert.Equal((0, "", ""), await Run("stack rm prod"));
        Assert.Empty(_disk.Open().StackNames());
    }

    [Fact]
    public async Task Carry_the_state_to_a_file_and_back()
    {
        await Deploy(("key", new V.Secret("hunter2")));
        Assert.Equal(0, (await Run($"stack export --file {_disk.At("state.json")}")).Exit);
        Assert.DoesNotContain("hunter2", _disk.Read("state.json"), StringComparison.Ordinal);
        await Run("stack rm --force");

        Assert.Equal((0, "Imported 1 resources into 'dev'.\n", ""), await Run($"stack import --file {_disk.At("state.json")}"));

        Assert.Equal((0, "hunter2\n", ""), await Run("stack output key --show-secrets"));
        Assert.Equal(Timeless(_disk.Read("state.json")), Timeless((await Run("stack export")).Output));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Write_exported_secrets_for_their_owner_only()
    {
        await Deploy(("key", new V.Secret("hunter2")));

        await Run($"stack export --show-secrets --file {_disk.At("plain.json")}");

        Assert.Contains("hunter2", _disk.Read("plain.json"), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_disk.At("plain.json")));
    }

    // Each export says when it was made, and each encryption is salted anew.
    private static string Timeless(string export) =>
        System.Text.RegularExpressions.Regex.Replace(export, "\"(time|ciphertext|salt)\": \"[^\"]*\"", "");

    [Fact]
    public async Task Set_get_list_and_remove_configuration()
    {
        Assert.Equal((0, "", ""), await Run("config set port 80"));
        Assert.Equal((0, "", ""), await Run("config set key hunter2 --secret"));

        Assert.Equal((0, "80\n", ""), await Run("config get www:port"));
        Assert.Equal((0, "KEY       VALUE\nwww:key   [secret]\nwww:port  80\n", ""), await Run("config"));
        Assert.Equal((0, "{\n  \"value\": \"hunter2\",\n  \"secret\": true\n}\n", ""), await Run("config get key --json"));
        Assert.Equal(0, (await Run("config rm port")).Exit);
        Assert.Equal((1, "", "error: the stack 'dev' has no configuration value 'www:port'; set it with: edgeinfra config set www:port VALUE\n"), await Run("config get port"));
    }

    [Fact]
    public async Task Say_where_no_project_is() =>
        Assert.Contains("no Pulumi.yaml in /", (await Run("stack ls -C /")).Error, StringComparison.Ordinal);

    private async Task Deploy(params (string Name, V Value)[] outputs) => await (await _disk.Stack("dev")).Save(new Snapshot(
        [new ResourceState { Urn = "urn:pulumi:dev::www::pulumi:pulumi:Stack::www-dev", Type = "pulumi:pulumi:Stack", Custom = false, Outputs = PropertyMap.Of(outputs) }],
        []));

    private async Task<(int Exit, string Output, string Error)> Run(string line)
    {
        var common = new CommonOptions(_disk.Surroundings);
        var root = new RootCommand { StackCommands.Create(common), ConfigCommands.Create(common) };
        common.AddTo(root);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var arguments = line.Contains("-C", StringComparison.Ordinal) ? line : $"{line} --cwd {_disk.Path}";
        var exit = await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }
}
