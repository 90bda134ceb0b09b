using Kit;

namespace EndToEnd;

/// <summary>An update that is under way: what others may do meanwhile, and how it is stopped.</summary>
public sealed class Two_at_once : IDisposable
{
    private readonly TempFolder _project = new();

    public Two_at_once() => File.WriteAllText(_project.At("Pulumi.yaml"), """
        name: slow
        runtime: yaml
        resources:
          first:
            type: command:local:Command
            properties: { create: echo 1 >> first }
          second:
            type: command:local:Command
            properties: { create: echo 1 >> second; echo > begun; read line < gate; echo $line }
            options: { dependsOn: ["${first}"] }
          third:
            type: command:local:Command
            properties: { create: echo 1 >> third }
            options: { dependsOn: ["${second}"] }
        outputs:
          said: ${second.stdout}

        """);

    [Fact]
    public async Task The_second_update_is_refused_and_says_who_holds_the_stack()
    {
        await using var first = await Begun();
        var state = await State();

        foreach (var command in new[] { "up", "destroy", "refresh" })
        {
            var ran = await Cli.Run(_project.Path, command, "--yes");
            Assert.Equal(1, ran.ExitCode);
            Bad_input.AssertOnce($"error: the stack 'dev' is locked by process {first.Id} of ", ran);
            Bad_input.AssertReadable(ran);
            Assert.Equal(state, await State());
        }

        var preview = (await Cli.Run(_project.Path, "preview")).Succeeded();
        Bad_input.AssertOnce($"the stack 'dev' is locked by process {first.Id} of ", preview);

        await Open("go");
        (await first.Ended()).Succeeded();
        Assert.Equal("go", (await Cli.Run(_project.Path, "stack", "output", "said")).Succeeded().Output.Trim());
        (await Cli.Run(_project.Path, "preview", "--expect-no-changes")).Succeeded();
    }

    [Fact]
    public async Task The_first_interrupted_finishes_what_has_begun_and_the_next_goes_on()
    {
        await using var first = await Begun();

        await first.Interrupt();
        await first.Says("Stopping");
        await Open("done");
        var ran = await first.Ended();

        Assert.Equal(130, ran.ExitCode);
        Assert.Contains("command:local:Command second: created", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("third: creating", ran.Output, StringComparison.Ordinal);
        Bad_input.AssertOnce("cancelled: what had begun was finished, the rest was left as it was", ran);
        Bad_input.AssertReadable(ran);

        var next = (await Cli.Run(_project.Path, "up", "--yes")).Succeeded();
        Assert.Contains("1 created", next.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", next.All, StringComparison.Ordinal);
        Assert.All(["first", "second", "third"], name => Assert.Equal("1\n", File.ReadAllText(_project.At(name))));
    }

    public void Dispose() => _project.Dispose();

    // The second command tells that it runs, and waits at a gate that the test opens.
    private async Task<Running> Begun()
    {
        (await Shell.Run("mkfifo", _project.At("begun"), _project.At("gate"))).Succeeded();
        var up = Cli.Start(_project.Path, "up", "--yes");
        (await Shell.Run("cat", _project.At("begun"))).Succeeded();
        return up;
    }

    private Task<Ran> Open(string word) => Shell.RunIn(_project.Path, "sh", ["-c", $"echo {word} > gate"]);

    private async Task<string> State() => Convert.ToHexString(await File.ReadAllBytesAsync(_project.At(".pulumi", "stacks", "slow", "dev.json")));
}
