using System.Collections.Immutable;
using EdgeInfra.Engine.Programs;
using Kit;

namespace Unit.Engine.Programs;

public sealed class Node_programs : IDisposable
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary<string, string>.Empty;

    private readonly TempFolder _folder = new();
    private readonly Heard _heard = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Are_run_by_the_runner_they_have_installed()
    {
        Install();

        var exit = await Run(None.Add("nodeargs", "--trace-warnings --no-deprecation"), "app.js", dryRun: true);

        Assert.Equal(ProgramExit.Ok, exit);
        Assert.Equal(
            [
                "--trace-warnings",
                "--no-deprecation",
                _folder.At("node_modules", "@pulumi", "pulumi", "cmd", "run"),
                "--organization=organization",
                "--project=www",
                $"--root-directory={_folder.Path}",
                "--stack=dev",
                $"--pwd={_folder.Path}",
                "--parallel=4",
                "--dry-run",
                "--monitor=127.0.0.1:1",
                "--engine=127.0.0.1:2",
                "app.js",
                "typescript=",
                """config={"www:key":"hunter2","www:port":"80"}""",
            ],
            _heard.Out);
    }

    [Theory]
    [InlineData(null, true, "typescript=true")]
    [InlineData("false", true, "typescript=")]
    [InlineData("true", false, "typescript=true")]
    public async Task Are_typescript_when_an_option_or_a_tsconfig_says_so(string? option, bool tsconfig, string said)
    {
        Install();
        if (tsconfig)
        {
            await File.WriteAllTextAsync(_folder.At("tsconfig.json"), "{}");
        }

        await Run(option is null ? None : None.Add("typescript", option), null);

        Assert.Contains(said, _heard.Out);
        Assert.Contains(".", _heard.Out);
    }

    [Fact]
    public async Task Say_what_to_do_when_nothing_is_installed() => Assert.Equal(
        new ProgramExit(false, $"@pulumi/pulumi is not installed for {_folder.Path}; run there: npm install"),
        await Run(None, null));

    [Fact]
    public async Task Say_what_to_do_without_node()
    {
        Install();
        File.Delete(_folder.At("node"));

        Assert.StartsWith("there is no 'node' on the PATH", (await Run(None, null)).Error, StringComparison.Ordinal);
    }

    private void Install()
    {
        Directory.CreateDirectory(_folder.At("node_modules", "@pulumi", "pulumi", "cmd", "run"));
        Script.Write(_folder.At("node"), """
            for a in "$@"; do echo "$a"; done
            echo "typescript=$PULUMI_NODEJS_TYPESCRIPT"
            echo "config=$PULUMI_CONFIG"
            """);
    }

    private Task<ProgramExit> Run(ImmutableSortedDictionary<string, string> options, string? entryPoint, bool dryRun = false) =>
        new NodeProgram(options, entryPoint, _heard.Output, TimeProvider.System, _folder.At("node")).Run(
            Contexts.In(_folder.Path, dryRun), default);
}
