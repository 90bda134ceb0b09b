using EdgeInfra.Engine.Programs;
using Kit;

namespace Unit.Engine.Programs;

public sealed class Dotnet_builds : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Heard _heard = new();
    private readonly string _dotnet;

    public Dotnet_builds()
    {
        // A program that refers to a project beside it, and a dotnet that writes down what it is asked to do.
        foreach (var file in new[] { "app/www.csproj", "app/Program.cs", "app/obj/x.cs", "lib/lib.csproj", "lib/deep/Lib.cs", "Directory.Build.props" })
        {
            Write(file);
        }

        File.WriteAllText(_folder.At("assets.json"), """
            {"libraries": {"Some.Package/1.0.0": {"type": "package"}, "lib/1.0.0": {"type": "project", "msbuildProject": "../lib/lib.csproj"}}}
            """);
        _dotnet = Script.Write(_folder.At("dotnet"), $$$"""
            echo $1 >> {{{_folder.At("calls")}}}
            if [ $1 = build ]; then if [ -e {{{_folder.At("broken")}}} ]; then echo 'error CS1002: ; expected'; exit 1; fi; touch {{{_folder.At("www.dll")}}}; fi
            if [ $1 = msbuild ]; then echo '{"Properties": {"TargetPath": "{{{_folder.At("www.dll")}}}", "ProjectAssetsFile": "{{{_folder.At("assets.json")}}}"}}'; fi
            """);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Happen_once_for_all_runs_of_an_unchanged_program()
    {
        Assert.Equal(_folder.At("www.dll"), await Build());
        Assert.Equal(_folder.At("www.dll"), await Build());

        Assert.Equal(["build", "msbuild"], Calls());
        Assert.Equal(["building www.csproj ..."], _heard.Progress);
    }

    [Theory]
    [InlineData("app/Program.cs")]
    [InlineData("app/New.cs")]
    [InlineData("app/data.json")]
    [InlineData("lib/deep/Lib.cs")]
    [InlineData("lib/lib.csproj")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    public async Task Happen_again_when_a_source_has_changed(string file)
    {
        await Build();
        Write(file, "changed");
        await Build();

        Assert.Equal(4, Calls().Length);
    }

    [Theory]
    [InlineData("app/obj/x.cs")]
    [InlineData("app/bin/Debug/y.json")]
    [InlineData("app/packages.lock.json")]
    [InlineData("app/.pulumi/stacks/dev.json")]
    [InlineData("app/site/index.html")]
    [InlineData("other/z.cs")]
    public async Task Do_not_mind_what_is_no_source(string file)
    {
        await Build();
        Write(file, "changed");
        await Build();

        Assert.Equal(2, Calls().Length);
    }

    [Fact]
    public async Task Happen_again_when_the_program_is_gone_or_another_configuration_is_wanted()
    {
        await Build();
        File.Delete(_folder.At("www.dll"));
        await Build();
        await Build("Release");

        Assert.Equal(6, Calls().Length);
    }

    [Fact]
    public async Task Happen_again_when_a_source_was_changed_while_they_ran()
    {
        File.AppendAllText(_dotnet, $"\ntouch {_folder.At("app", "Program.cs")}\n");
        await Build();
        await Build();

        Assert.Equal(4, Calls().Length);
    }

    [Fact]
    public async Task That_fail_say_all_that_the_compiler_said_and_are_tried_again()
    {
        Write("broken");

        var failure = await Assert.ThrowsAsync<ProgramBuildException>(() => Build());
        File.Delete(_folder.At("broken"));
        await Build();

        Assert.Equal("dotnet build failed with code 1:\nerror CS1002: ; expected", failure.Message);
    }

    private Task<string> Build(string configuration = "Debug") =>
        new DotnetBuild(_folder.At("stamps"), configuration, _heard.Output, TimeProvider.System, _dotnet)
            .Binary(_folder.At("app"), default);

    private void Write(string path, string text = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.At(path))!);
        File.WriteAllText(_folder.At(path), text);
        File.SetLastWriteTimeUtc(_folder.At(path), text.Length == 0 ? new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc) : new DateTime(2020, 1, 2, 0, 0, 0, DateTimeKind.Utc));
    }

    private string[] Calls() => File.ReadAllLines(_folder.At("calls"));
}
