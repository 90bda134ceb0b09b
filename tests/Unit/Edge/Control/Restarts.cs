using EdgeInfra.Edge.Control;
using Kit;

namespace Unit.Edge.Control;

public sealed class Restarts : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Find_everything_as_it_was()
    {
        string id, details;
        await using (var edge = await ControlUnderTest.Start(_folder.Path))
        {
            id = await edge.Ready();
            await edge.Put($"/service/{id}/version/1/activate");
            await edge.Put($"/service/{id}/version/1/clone");
            await edge.Delete($"/service/{await edge.Service("gone")}");
            details = (await edge.Get($"/service/{id}/details")).Body;
        }

        await using var again = await ControlUnderTest.Start(_folder.Path);
        (await again.Get($"/service/{id}/details")).Is(200, details);
        Assert.Equal((id, 1), (again.Active.Services.Single().ServiceId, again.Active.Services.Single().VersionNumber));
        Assert.Empty(again.Published);
        Assert.Empty(again.Log);
        Assert.Single((await again.Get("/service")).Json.AsArray());
    }

    [Fact]
    public async Task Keep_a_second_edge_out_of_the_same_directory()
    {
        await using var edge = await ControlUnderTest.Start(_folder.Path);
        var refused = await Assert.ThrowsAsync<DataDirectoryInUseException>(() => ControlUnderTest.Start(_folder.Path));
        Assert.Contains(_folder.Path, refused.Message, StringComparison.Ordinal);
        (await edge.Get("/service")).Expect(200);
    }

    [Fact]
    public async Task Leave_a_service_whose_live_version_is_damaged_out_of_traffic_and_serve_the_rest()
    {
        string broken, fine;
        await using (var edge = await ControlUnderTest.Start(_folder.Path))
        {
            (broken, fine) = (await edge.Ready("broken", "broken.example.com"), await edge.Ready("fine", "fine.example.com"));
            foreach (var id in new[] { broken, fine })
            {
                await edge.Put($"/service/{id}/version/1/clone");
                await edge.Put($"/service/{id}/version/1/activate");
            }
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "services", broken, "version-1.yaml"), "format: 1\n");
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "services", fine, "version-2.yaml"), "");
        await using var again = await ControlUnderTest.Start(_folder.Path);

        Assert.Equal(fine, again.Active.Services.Single().ServiceId);
        Assert.Contains(again.Log, line => line.Contains($"The service {broken} gets no traffic", StringComparison.Ordinal));
        Assert.Contains("version-1.yaml", (await again.Get($"/service/{broken}/version/1")).Expect(500)["detail"]!.ToString(), StringComparison.Ordinal);
        (await again.Get($"/service/{fine}/version/2/backend")).Expect(500);
        (await again.Put($"/service/{fine}/version/2/clone")).Expect(500);
        Assert.Equal(3, (int)(await again.Put($"/service/{fine}/version/1/clone")).Expect(200)["number"]!);
        (await again.Put($"/service/{broken}/version/2/activate")).Expect(200);
        Assert.Equal(2, again.Active.Services.Count);
    }

    [Theory]
    [InlineData("POST", "/service", "name=other")]
    [InlineData("PUT", "/service/ID", "name=other")]
    [InlineData("DELETE", "/service/ID", null)]
    [InlineData("POST", "/service/ID/version", null)]
    [InlineData("PUT", "/service/ID/version/1/clone", null)]
    [InlineData("PUT", "/service/ID/version/1/activate", null)]
    [InlineData("POST", "/service/ID/version/1/backend", "name=b&address=192.0.2.2")]
    [InlineData("POST", "/service/ID/version/1/snippet", "name=s&type=recv&dynamic=1&content=x")]
    [InlineData("PUT", "/service/ID/version/1/settings", "general.default_ttl=5")]
    public async Task Are_not_needed_after_a_full_disk(string method, string path, string? form)
    {
        var files = new StoppingFiles { Killed = false };
        await using var edge = await ControlUnderTest.Start(_folder.Path, files);
        var id = await edge.Ready();
        var call = path.Replace("ID", id, StringComparison.Ordinal);
        var before = (await edge.Get($"/service/{id}/details")).Body + (await edge.Get("/service")).Body;

        files.StepsLeft = 0;
        var refused = (await edge.Send(method, call, form)).Expect(503);
        Assert.Contains("Nothing was changed", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.Equal(before, (await edge.Get($"/service/{id}/details")).Body + (await edge.Get("/service")).Body);
        Assert.Empty(edge.Published);

        (await edge.Send(method, call, form)).Expect(200);
    }
}
