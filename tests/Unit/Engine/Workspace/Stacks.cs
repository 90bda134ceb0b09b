using System.Collections.Immutable;
using System.Text.Json.Nodes;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Engine.Workspace;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Workspaces;

public sealed class Stacks : IDisposable
{
    private const string StateFile = ".pulumi/stacks/www/dev.json";

    private readonly ProjectOnDisk _disk = new();

    private static ResourceState Resource => new()
    {
        Urn = "urn:pulumi:dev::www::edge:index:Backend::api",
        Type = "edge:index:Backend",
        Custom = true,
        Id = "api",
        Inputs = PropertyMap.Of(("port", 443.0)),
    };

    private static Snapshot One => new([Resource], []);

    private static Snapshot WithSecret => new([Resource with { Inputs = PropertyMap.Of(("key", new V.Secret("hunter2"))) }], []);

    public void Dispose() => _disk.Dispose();

    [Fact]
    public async Task Lie_where_pulumi_looks_for_them()
    {
        var stack = await _disk.Stack();
        await using (await stack.Lock(default))
        {
            Assert.Single(_disk.Files(), file => file.StartsWith(".pulumi/locks/organization/www/dev/", StringComparison.Ordinal));
            await stack.Save(One);
            await stack.Record(new UpdateRecord(
                "update", FixedTime.Noon, FixedTime.Noon, true, ImmutableSortedDictionary<Operation, int>.Empty.Add(Operation.CreateReplacement, 1)));
        }

        Assert.Equal(
            [
                ".pulumi/history/www/dev/dev-1896091200000000000.checkpoint.json",
                ".pulumi/history/www/dev/dev-1896091200000000000.history.json",
                ".pulumi/meta.yaml",
                ".pulumi/stacks/www/dev.json",
                ".pulumi/stacks/www/dev.json.bak",
                "Pulumi.yaml",
            ],
            _disk.Files());
        Assert.Equal("version: 1\n", _disk.Read(".pulumi/meta.yaml"));
        var history = JsonNode.Parse(_disk.Read(".pulumi/history/www/dev/dev-1896091200000000000.history.json"))!;
        Assert.Equal(("update", "succeeded", 1896091200, 1), (
            (string?)history["kind"], (string?)history["result"], (int)history["endTime"]!, (int)history["resourceChanges"]!["create-replacement"]!));
    }

    [Fact]
    public async Task Lie_in_the_backend_that_the_environment_names()
    {
        _disk.Surroundings = _disk.Surroundings with { BackendUrl = "file://~/stacks" };

        await (await _disk.Stack()).Save(One);

        Assert.True(File.Exists(Path.Combine(_disk.Surroundings.UserDirectory, "stacks", StateFile)));
        Assert.Equal(["dev"], _disk.Open().StackNames());
    }

    [Fact]
    public async Task Write_nothing_when_they_are_only_looked_at()
    {
        Assert.Empty((await (await _disk.Stack()).Load()).Resources);

        Assert.Equal(["Pulumi.yaml"], _disk.Files());
    }

    [Fact]
    public async Task Come_back_as_they_were_saved()
    {
        await (await _disk.Stack()).Save(One);

        var back = await (await _disk.Stack()).Load();

        Assert.Equal(Resource.Inputs, Assert.Single(back.Resources).Inputs);
    }

    [Fact]
    public async Task Are_found_by_their_full_name_too() => Assert.Equal("prod", (await _disk.Stack("organization/www/prod")).Name);

    [Theory]
    [InlineData("a b")]
    [InlineData("../dev")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("organization/other/dev")]
    public async Task Have_no_strange_names(string name) =>
        Assert.Contains("is no stack name", (await Assert.ThrowsAsync<WorkspaceException>(() => _disk.Stack(name))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Are_listed_when_one_is_missing()
    {
        await (await _disk.Stack("prod")).Save(One with { Resources = [] });

        var failure = await Assert.ThrowsAsync<WorkspaceException>(() => _disk.Open().OpenStack("test", create: false));

        Assert.Equal("no stack 'test' of project 'www'; there is: prod. Make it with: edgeinfra stack init test", failure.Message);
    }

    [Fact]
    public void Are_chosen_by_environment_then_selection_then_dev()
    {
        Assert.Equal("dev", _disk.Open().CurrentStack);
        _disk.Open().Select("prod");
        Assert.Equal("prod", _disk.Open().CurrentStack);
        _disk.Surroundings = _disk.Surroundings with { Stack = "test" };
        Assert.Equal("test", _disk.Open().CurrentStack);
    }

    [Fact]
    public async Task Cut_in_half_name_the_backup_and_stay_as_they_are()
    {
        var stack = await _disk.Stack();
        await stack.Save(One);
        await stack.Save(One);
        var half = _disk.Read(StateFile)[..300];
        _disk.Write(StateFile, half);

        var failure = await Assert.ThrowsAsync<WorkspaceException>(stack.Load);

        Assert.Contains($"{_disk.At(StateFile)}, cannot be used: it is not complete JSON", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"cp '{_disk.At(StateFile)}.bak' '{_disk.At(StateFile)}'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(half, _disk.Read(StateFile));
        File.Copy(_disk.At(StateFile) + ".bak", _disk.At(StateFile), overwrite: true);
        Assert.Single((await stack.Load()).Resources);
    }

    [Fact]
    public async Task Are_not_overwritten_by_a_broken_snapshot()
    {
        var stack = await _disk.Stack();
        await stack.Save(One);
        var before = _disk.Read(StateFile);

        var failure = await Assert.ThrowsAsync<WorkspaceException>(() => stack.Save(new Snapshot([Resource, Resource], [])));

        Assert.Contains($"{Resource.Urn}: is there twice", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, _disk.Read(StateFile));
    }

    [Fact]
    public async Task Keep_secrets_encrypted_and_unchanged_from_run_to_run()
    {
        await (await _disk.Stack()).Save(WithSecret);
        var first = _disk.Read(StateFile);
        var stack = await _disk.Stack();

        await stack.Save(await stack.Load());

        Assert.DoesNotContain("hunter2", first, StringComparison.Ordinal);
        Assert.Equal(first, _disk.Read(StateFile));
        Assert.Equal(Salt(StateFile), _disk.Read("Pulumi.dev.yaml").Trim()["encryptionsalt: ".Length..]);
    }

    [Fact]
    public async Task Need_no_passphrase_without_secrets()
    {
        _disk.Surroundings = _disk.Surroundings with { Passphrase = null, PassphraseFile = "/nonexistent" };

        await (await _disk.Stack()).Save(One);

        Assert.Single((await (await _disk.Stack()).Load()).Resources);
    }

    [Fact]
    public async Task Tell_a_wrong_passphrase_from_a_damaged_file()
    {
        _disk.Write("Pulumi.dev.yaml", $"encryptionsalt: {ProjectOnDisk.Salt}\n");
        await (await _disk.Stack()).Save(WithSecret);
        _disk.Surroundings = _disk.Surroundings with { Passphrase = "wrong" };

        var failure = await Assert.ThrowsAsync<WorkspaceException>(async () => await (await _disk.Stack()).Load());

        Assert.Contains("the passphrase is not the one these secrets were encrypted with", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".bak", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_a_passphrase_for_users_who_have_none_and_say_so_once()
    {
        _disk.Surroundings = _disk.Surroundings with { Passphrase = null };
        var file = Path.Combine(_disk.Surroundings.PulumiHome, "edgeinfra-passphrase");

        await (await _disk.Stack()).Save(WithSecret);
        var back = await (await _disk.Stack()).Load();

        Assert.Equal(WithSecret.Resources[0].Inputs, back.Resources[0].Inputs);
        Assert.Contains($"PULUMI_CONFIG_PASSPHRASE_FILE={file}", Assert.Single(_disk.Notes), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(file).UnixFileMode);
    }

    [Fact]
    public async Task Move_to_another_project_folder_with_a_key_of_its_own()
    {
        using var target = new ProjectOnDisk();
        _disk.Write("Pulumi.dev.yaml", $"encryptionsalt: {ProjectOnDisk.Salt}\n");
        var from = await _disk.Stack();
        await from.Save(WithSecret);
        var to = await target.Stack();

        await to.Import(await from.Export(showSecrets: false));

        Assert.NotEqual(Salt(StateFile), Salt(target.At(StateFile)));
        Assert.Equal(WithSecret.Resources[0].Inputs, (await (await target.Stack()).Load()).Resources[0].Inputs);
    }

    [Fact]
    public async Task Back_up_what_an_import_replaces()
    {
        var stack = await _disk.Stack();
        await stack.Save(One);
        var before = _disk.Read(StateFile);

        await stack.Import(await stack.Export(showSecrets: true));

        Assert.Equal(before, _disk.Read(".pulumi/backups/www/dev/dev.1896091200000000000.json"));
    }

    [Theory]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"urn": "urn:pulumi:prod::www::t::n", "type": "t"}]}}""", "belongs to another stack")]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"urn": "urn:pulumi:dev::www::t::n", "type": "t", "parent": "urn:x"}]}}""", "its parent urn:x")]
    [InlineData("""{"version": 3, "deployment": {"secrets_providers": {"type": "service"}, "resources": [{"urn": "urn:pulumi:dev::www::t::n", "type": "t", "inputs": {"a": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "x"}}}]}}""", "secrets provider 'service'")]
    [InlineData("nonsense", "not complete JSON")]
    public async Task Refuse_imports_that_would_break_them(string exported, string reason)
    {
        var stack = await _disk.Stack();
        await stack.Save(One);
        var before = _disk.Read(StateFile);

        var failure = await Assert.ThrowsAsync<WorkspaceException>(() => stack.Import(System.Text.Encoding.UTF8.GetBytes(exported)));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, _disk.Read(StateFile));
    }

    private string Salt(string stateFile) =>
        (string)JsonNode.Parse(_disk.Read(stateFile))!["checkpoint"]!["latest"]!["secrets_providers"]!["state"]!["salt"]!;
}
