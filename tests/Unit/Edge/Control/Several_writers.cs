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
}
