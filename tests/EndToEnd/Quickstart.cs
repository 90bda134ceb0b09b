using Kit;

namespace EndToEnd;

/// <summary>What the README promises of the first program, in each language it is written in.</summary>
public sealed class Quickstart
{
    public static TheoryData<string> Examples => ["Quickstart", "QuickstartYaml"];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Goes_up_changes_loses_a_backend_and_goes_away(string example)
    {
        await using var bench = Workbench.Copy(example);
        await OwnPorts(bench, example);

        // Up: the page is served through the edge.
        (await bench.Cli("up", "--yes")).Succeeded();
        var url = await bench.Output("url");
        using var visitor = new Visitor(url);
        Assert.Contains("Served from a bucket, through the edge", await visitor.Page(), StringComparison.Ordinal);
        var first = int.Parse(await bench.Output("version"), System.Globalization.CultureInfo.InvariantCulture);

        // Again: nothing to do. Refresh: nothing found.
        (await bench.Cli("preview", "--expect-no-changes")).Succeeded();
        (await bench.Cli("up", "--yes")).Succeeded();
        Assert.Equal(first, int.Parse(await bench.Output("version"), System.Globalization.CultureInfo.InvariantCulture));
        (await bench.Cli("refresh", "--yes")).Succeeded();
        (await bench.Cli("preview", "--expect-no-changes")).Succeeded();

        // A weight: the preview names that field in both places, and nothing else, and says which version follows.
        var file = example == "Quickstart" ? "Program.cs" : "Pulumi.yaml";
        var (before, after) = example == "Quickstart" ? ("Weight = 80", "Weight = 60") : ("weight: 80", "weight: 60");
        bench.Change(file, before, after);
        var preview = (await bench.Cli("preview")).Succeeded().Output;
        Assert.Equal(
            ["weight: 80 => 60", """backends["stable"].weight: 80 => 60""", $"~ version: {first} => {first + 1}"],
            preview.Split('\n').Where(line => line.Contains("=>", StringComparison.Ordinal)).Select(line => line.Trim()));
        Assert.Contains($"version {first + 1} would follow version {first}", preview, StringComparison.Ordinal);

        visitor.Begin();
        (await bench.Cli("up", "--yes")).Succeeded();
        Assert.Equal([], await visitor.Failures());
        Assert.Equal($"{first + 1}", await bench.Output("version"));

        // A backend less, in one run.
        RemoveCanary(bench, file);
        (await bench.Cli("up", "--yes")).Succeeded();
        Assert.Equal($"{first + 2}", await bench.Output("version"));
        Assert.Equal(200, await visitor.Status());

        // Destroyed: nothing listens any more.
        (await bench.Cli("destroy", "--yes")).Succeeded();
        await Assert.ThrowsAsync<HttpRequestException>(visitor.Status);
    }

    private static async Task OwnPorts(Workbench bench, string example)
    {
        if (example == "QuickstartYaml")
        {
            foreach (var key in new[] { "port", "controlPort", "bucketPort" })
            {
                (await bench.Cli("config", "set", key, $"{FreePort.Next()}")).Succeeded();
            }
        }
    }

    private static void RemoveCanary(Workbench bench, string file)
    {
        var path = Path.Combine(bench.Folder, file);
        var text = File.ReadAllText(path);
        var begin = text.IndexOf(file == "Program.cs" ? "    var canary" : "  canary:", StringComparison.Ordinal);
        var end = text.IndexOf(file == "Program.cs" ? "    var www" : "  www:", StringComparison.Ordinal);
        File.WriteAllText(path, text.Remove(begin, end - begin)
            .Replace("With(stable, canary)", "With(stable)", StringComparison.Ordinal)
            .Replace(""", "${canary.definition}" """.Trim(), "", StringComparison.Ordinal));
    }
}
