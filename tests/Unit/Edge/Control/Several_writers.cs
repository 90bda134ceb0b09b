using System.Text.Json.Nodes;
using Kit;

namespace Unit.Edge.Control;

public sealed class Several_writers
{
    [Fact]
    public async Task Lose_no_update_in_one_draft()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        var at = $"/service/{id}/version/1/backend";
        var first = Enumerable.Range(0, 20).Select(n => edge.Post(at, $"name=a{n}&address=192.0.2.1"));
        var second = Enumerable.Range(0, 20).Select(n => edge.Post(at, $"name=b{n}&address=192.0.2.1"));
        var updates = Enumerable.Range(1, 20).Select(n => edge.Put($"{at}/origin", n % 2 == 0 ? $"weight={n}" : $"comment={n}"));

        Assert.All(await Task.WhenAll(first.Concat(second).Concat(updates)), said => said.Expect(200));

        Assert.Equal(41, (await edge.Get(at)).Json.AsArray().Count);
        var origin = (await edge.Get($"{at}/origin")).Json;
        Assert.True((int)origin["weight"]! != 100 && (string)origin["comment"]! != "");
    }

    [Fact]
    public async Task Create_each_name_once()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        var said = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => edge.Post($"/service/{id}/version/1/domain", "name=a.example.com")));
        Assert.Equal([200, .. Enumerable.Repeat(409, 9)], said.Select(one => one.Status).Order());

        var services = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => edge.Post("/service", "name=once")));
        Assert.Equal([200, .. Enumerable.Repeat(409, 9)], services.Select(one => one.Status).Order());
    }

    [Fact]
    public async Task Get_numbers_of_their_own_and_leave_one_version_active()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Ready();
        var clones = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => edge.Put($"/service/{id}/version/1/clone")));
        Assert.Equal(Enumerable.Range(2, 10), clones.Select(said => (int)said.Expect(200)["number"]!).Order());

        var activations = await Task.WhenAll(
            Enumerable.Range(2, 10).Select(number => edge.Put($"/service/{id}/version/{number}/activate")));
        Assert.All(activations, said => said.Expect(200));

        var active = (await edge.Get($"/service/{id}/version")).Json.AsArray().Single(version => (bool)version!["active"]!);
        Assert.Equal((int)active!["number"]!, edge.Active.Services.Single().VersionNumber);
        Assert.Equal(edge.Active, edge.Published.Last());
        Assert.Equal(10, edge.Published.Count);
    }

    [Fact]
    public async Task Leave_a_log_that_tells_one_order()
    {
        using var folder = new TempFolder();
        await using var edge = await ControlUnderTest.Start(folder.Path);
        var id = await Versions(edge, drafts: 10);

        var writes = Writes(edge, id, draft: 11);
        var activations = Enumerable.Range(1, 10).Select(number => edge.Put($"/service/{id}/version/{number}/activate")).ToList();
        Assert.All(await Task.WhenAll(writes.Concat(activations)), said => said.Expect(200));

        var activated = Logged(folder, "version.activate").Select(entry => int.Parse((string)entry["version"]!, null)).ToList();
        Assert.Equal(10, activated.Count);
        Assert.Equal(edge.Published.Select(config => config.Services.Single().VersionNumber), activated);
        Assert.Equal(edge.Active.Services.Single().VersionNumber, activated[^1]);
        Assert.Equal(20, Lines(folder).Count(entry => ((string)entry["what"]!).EndsWith("/version/11/backend", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public async Task Find_after_a_kill_exactly_what_they_were_told(int stepsLeft)
    {
        using var folder = new TempFolder();
        var files = new StoppingFiles();
        string id;
        Said[] writes;
        await using (var edge = await ControlUnderTest.Start(folder.Path, files))
        {
            id = await Versions(edge, drafts: 4);
            files.StepsLeft = stepsLeft;
            var activations = Enumerable.Range(1, 4).Select(number => edge.Put($"/service/{id}/version/{number}/activate")).ToList();
            writes = await Task.WhenAll(Writes(edge, id, draft: 5));
            await Task.WhenAll(activations);
        }

        Assert.True(files.Stopped);
        await using var again = await ControlUnderTest.Start(folder.Path);
        Assert.Empty(again.Log);
        var told = writes.Where(said => said.Status == 200).Select(said => (string)said.Json["name"]!).Append("origin").Order();
        Assert.Equal(told, (await again.Get($"/service/{id}/version/5/backend")).Json.AsArray().Select(backend => (string)backend!["name"]!).Order());
        var last = Logged(folder, "version.activate").Select(entry => (string)entry["version"]!).LastOrDefault();
        Assert.Equal(last, again.Active.Services.SingleOrDefault()?.VersionNumber.ToString(System.Globalization.CultureInfo.InvariantCulture));
        (await again.Put($"/service/{id}/version/5/activate")).Expect(200);
    }

    // Two clients, each with its own names, into one draft.
    private static List<Task<Said>> Writes(ControlUnderTest edge, string id, int draft) =>
        [.. Enumerable.Range(0, 20).Select(n => edge.Post($"/service/{id}/version/{draft}/backend", $"name={(n % 2 == 0 ? "a" : "b")}{n}&address=192.0.2.1"))];

    private static async Task<string> Versions(ControlUnderTest edge, int drafts)
    {
        var id = await edge.Ready();
        for (var clone = 0; clone < drafts; clone++)
        {
            (await edge.Put($"/service/{id}/version/1/clone")).Expect(200);
        }

        return id;
    }

    private static IEnumerable<JsonNode> Logged(TempFolder folder, string kind) => Lines(folder).Where(entry => (string?)entry["event"] == kind);

    private static List<JsonNode> Lines(TempFolder folder)
    {
        using var file = new FileStream(Path.Combine(folder.Path, "audit.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var text = new StreamReader(file);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}
