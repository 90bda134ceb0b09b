using Kit;

namespace EndToEnd;

/// <summary>A good program and a live stack, and something around them that is not as it should be.</summary>
public sealed class Bad_surroundings(LiveStack stack) : IClassFixture<LiveStack>
{
    [Fact]
    public async Task Wrong_token()
    {
        var (world, state) = (await stack.World(), await stack.State());
        stack.Change(("apiKey: \"${key}\"", "apiKey: \"${note}\""), ("domains: [localhost]", "domains: [localhost, two.localhost]"));

        var ran = (await stack.Run("up", "--yes")).Failed();

        Bad_input.AssertOnce($"apiKey: {stack.Control} refused the key (401", ran);
        Bad_input.AssertOnce("correct the provider's apiKey.", ran);
        Bad_input.AssertReadable(ran);
        Assert.Equal(state, await stack.State());
        Assert.Equal(world, await stack.World());
    }

    [Fact]
    public async Task Unreachable_control_API()
    {
        var world = await stack.World();
        stack.Change(($"endpoint: \"{stack.Control}\"", "endpoint: \"http://127.0.0.1:1\""), ("domains: [localhost]", "domains: [localhost, two.localhost]"));

        var ran = (await stack.Run("up", "--yes", "--skip-preview")).Failed();

        Bad_input.AssertOnce("endpoint: nothing answers at http://127.0.0.1:1/ (connection refused)", ran);
        Bad_input.AssertOnce("start the edge, or correct the provider's endpoint.", ran);
        Bad_input.AssertReadable(ran);
        Assert.Equal(world, await stack.World());

        stack.Mend();
        (await stack.Run("up", "--yes")).Succeeded();
        Assert.Equal(world, await stack.World());
    }

    [Fact]
    public async Task State_cut_in_half()
    {
        var world = await stack.World();
        stack.Mend();
        var whole = await File.ReadAllBytesAsync(stack.StateFile);
        await File.WriteAllBytesAsync(stack.StateFile, whole[..(whole.Length / 2)]);
        var half = await stack.State();

        foreach (var command in new[] { "up --yes", "preview", "destroy --yes", "refresh --yes", "stack output", "stack export" })
        {
            var ran = (await stack.Run(command.Split(' '))).Failed();
            Bad_input.AssertOnce($"error: the state of 'dev', {stack.StateFile}, cannot be used: it is not complete JSON (line", ran);
            Bad_input.AssertReadable(ran);
            Assert.Equal(half, await stack.State());
        }

        // The way out that it names works.
        var told = (await stack.Run("up", "--yes")).All;
        var mend = told[(told.IndexOf("to go back to it: ", StringComparison.Ordinal) + "to go back to it: ".Length)..].Split('\n')[0];
        (await Shell.Run("sh", "-c", mend)).Succeeded();
        (await stack.Run("up", "--yes")).Succeeded();
        Assert.Equal(world, await stack.World());
    }

    [Fact]
    public async Task Wrong_passphrase()
    {
        var (world, state) = (await stack.World(), await stack.State());
        stack.Mend();

        var ran = (await stack.RunWith(new(Cli.Surroundings) { ["PULUMI_CONFIG_PASSPHRASE"] = "wrong horse" }, "up", "--yes")).Failed();

        Bad_input.AssertOnce("the passphrase is not the one these secrets were encrypted with; set PULUMI_CONFIG_PASSPHRASE", ran);
        Bad_input.AssertReadable(ran);
        Assert.DoesNotContain(".bak", ran.All, StringComparison.Ordinal);
        Assert.Equal(state, await stack.State());
        Assert.Equal(world, await stack.World());
    }

    [Theory]
    [InlineData("--listen")]
    [InlineData("--control")]
    public async Task Port_already_taken(string option)
    {
        using var data = new TempFolder();
        var world = await stack.World();
        var taken = $"127.0.0.1:{stack.Url.Port}";
        var free = option == "--listen" ? "--control" : "--listen";

        var ran = (await Shell.Run(Repository.Edge, "serve", "--data", data.Path, option, taken, free, "127.0.0.1:0")).Failed();

        Assert.Equal($"{option} {taken}: the port is in use by another program; choose another, or 0 for a free one\n", ran.All);
        Assert.Equal(world, await stack.World());
    }

    [Fact]
    public async Task Data_directory_already_taken()
    {
        var ran = (await Shell.Run(Repository.Edge, "serve", "--data", stack.DataFolder, "--listen", "127.0.0.1:0", "--control", "127.0.0.1:0")).Failed();

        Assert.StartsWith($"--data {stack.DataFolder}: in use by another edge; stop that one", ran.All, StringComparison.Ordinal);
        Assert.Single(ran.All.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Port_of_the_quickstart_already_taken()
    {
        await using var bench = Workbench.Copy("QuickstartYaml");
        foreach (var (key, port) in new[] { ("port", stack.Url.Port), ("controlPort", FreePort.Next()), ("bucketPort", FreePort.Next()) })
        {
            (await bench.Cli("config", "set", key, $"{port}")).Succeeded();
        }

        var ran = (await bench.Cli("up", "--yes")).Failed();

        Bad_input.AssertOnce($"--listen 127.0.0.1:{stack.Url.Port}: the port is in use by another program; choose another, or 0 for a free one", ran);
        Bad_input.AssertReadable(ran);
    }
}
