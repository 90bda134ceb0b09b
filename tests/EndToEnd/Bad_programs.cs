using Kit;

namespace EndToEnd;

/// <summary>Programs in C# that do not compile, or whose host does not start.</summary>
public sealed class Bad_programs
{
    [Fact]
    public async Task Without_a_project_say_so()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("Pulumi.yaml"), "name: empty\nruntime: dotnet\n");

        var ran = (await Cli.Run(folder.Path, "up", "--yes")).Failed();

        Bad_input.AssertOnce($"there is no .csproj in {folder.Path}; a program of 'runtime: dotnet' needs one", ran);
        Bad_input.AssertReadable(ran);
    }

    [Fact]
    public async Task With_mistakes_name_their_lines_and_with_a_host_that_does_not_start_the_cause()
    {
        await using var other = await Page.Serve("somebody else");
        await using var bench = Workbench.Copy("Quickstart");

        bench.Change("Program.cs", "Weight = 80", "Wieght = 80");
        bench.Change("Program.cs", "Initial = 3 }", "Initial = \"3\" }");
        var ran = (await bench.Cli("up", "--yes")).Failed();
        Bad_input.AssertOnce("error CS0117: 'BackendArgs' does not contain a definition for 'Wieght'", ran);
        Bad_input.AssertOnce("error CS0029: Cannot implicitly convert type 'string' to 'Pulumi.Input<int>'", ran);
        Assert.Contains("Program.cs(21,", ran.Output, StringComparison.Ordinal);
        Bad_input.AssertReadable(ran);

        bench.Change("Program.cs", "Wieght = 80", "Weight = 80");
        bench.Change("Program.cs", "Initial = \"3\" }", "Initial = 3 }");
        bench.Change("Program.cs", "Bucket = \"site\"", $"Bucket = \"site\", Listen = \"127.0.0.1:{other.Port}\"");
        ran = (await bench.Cli("up", "--yes")).Failed();
        Bad_input.AssertOnce($"--listen 127.0.0.1:{other.Port}: the port is in use by another program; choose another, or 0 for a free one", ran);
        Assert.Single(ran.Output.Split('\n'), line => line.Contains("error:", StringComparison.Ordinal));
        Bad_input.AssertReadable(ran);
    }
}
