using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using EdgeInfra.Engine.Programs;
using Kit;

namespace Unit.Engine.Programs;

public sealed class Dotnet_programs : IDisposable
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary<string, string>.Empty;

    private readonly TempFolder _folder = new();
    private readonly Heard _heard = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Are_told_where_the_engine_is_and_how_they_are_configured()
    {
        var exit = await Run("env | grep ^PULUMI_ | grep -v -e PASSPHRASE -e _HOME | sort; pwd; echo oops >&2", dryRun: true);

        Assert.Equal(ProgramExit.Ok, exit);
        Assert.Equal(
            [
                """PULUMI_CONFIG={"www:key":"hunter2","www:port":"80"}""",
                """PULUMI_CONFIG_SECRET_KEYS=["www:key"]""",
                "PULUMI_DRY_RUN=true",
                "PULUMI_ENGINE=127.0.0.1:2",
                "PULUMI_MONITOR=127.0.0.1:1",
                "PULUMI_ORGANIZATION=organization",
                "PULUMI_PARALLEL=4",
                "PULUMI_PROJECT=www",
                $"PULUMI_PWD={_folder.Path}",
                "PULUMI_QUERY_MODE=false",
                $"PULUMI_ROOT_DIRECTORY={_folder.Path}",
                "PULUMI_STACK=dev",
                _folder.Path,
            ],
            _heard.Out);
        Assert.Equal(["oops"], _heard.Error);
    }

    [Theory]
    [InlineData("exit 32", null)]
    [InlineData("exit 3", "the program exited with code 3")]
    public async Task Have_failed_with_any_other_exit_code_than_zero(string line, string? error) =>
        Assert.Equal(new ProgramExit(false, error), await Run(line));

    [Fact]
    public async Task Do_not_wait_for_what_a_program_leaves_running()
    {
        var exit = await Run("sleep 600 & echo $!");

        using var left = Process.GetProcessById(int.Parse(Assert.Single(_heard.Out), CultureInfo.InvariantCulture));
        left.Kill();
        Assert.True(exit.Succeeded);
    }

    [Fact]
    public async Task End_when_cancelled_with_everything_they_started()
    {
        using var cancel = new CancellationTokenSource();
        var running = Run("sleep 600 & echo $!; wait", cancel: cancel.Token);
        await _heard.First;
        using var child = Process.GetProcessById(int.Parse(Assert.Single(_heard.Out), CultureInfo.InvariantCulture));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await child.WaitForExitAsync();
    }

    [Fact]
    public async Task Are_asked_for_when_the_binary_is_missing()
    {
        var exit = await Program(None.Add("binary", "bin/gone.dll")).Run(Contexts.In(_folder.Path), default);

        Assert.Equal($"runtime option 'binary' names {_folder.At("bin", "gone.dll")}, which does not exist; build the program, or leave the option out", exit.Error);
    }

    [Theory]
    [InlineData(new string[0], "there is no .csproj in")]
    [InlineData(new[] { "a.csproj", "b.csproj" }, "there are several projects in")]
    public async Task Need_exactly_one_project(string[] files, string error)
    {
        foreach (var file in files)
        {
            await File.WriteAllTextAsync(_folder.At(file), "<Project />");
        }

        Assert.StartsWith(error, (await Program(None).Run(Contexts.In(_folder.Path), default)).Error, StringComparison.Ordinal);
    }

    private Task<ProgramExit> Run(string lines, bool dryRun = false, CancellationToken cancel = default)
    {
        Script.Write(_folder.At("bin", "www"), lines + "\n");
        return Program(None.Add("binary", "bin/www")).Run(Contexts.In(_folder.Path, dryRun), cancel);
    }

    private DotnetProgram Program(ImmutableSortedDictionary<string, string> options) => new(
        options, new DotnetBuild(_folder.At("stamps"), "Debug", _heard.Output, TimeProvider.System), _heard.Output,
        TimeProvider.System);
}
