using Kit;

namespace Unit.Edge.Control;

public sealed class Staging
{
    [Fact]
    public async Task Marks_a_version_beside_the_active_one_and_survives_a_restart()
    {
        using var folder = new TempFolder();
        string service;
        await using (var edge = await ControlUnderTest.Start(folder.Path))
        {
            service = await edge.Ready();
            var at = $"/service/{service}/version";
            (await edge.Put($"{at}/1/activate/staging")).Is(400, """{"msg":"Bad request","detail":"A service needs an active version before one can be staged"}""");
            (await edge.Put($"{at}/1/activate")).Expect(200);
            (await edge.Put($"{at}/1/activate/staging")).Expect(400);
            (await edge.Put($"{at}/1/clone")).Expect(200);
            (await edge.Put($"{at}/2/activate/elsewhere")).Expect(400);
            (await edge.Put($"{at}/3/activate/staging")).Expect(404);
            Assert.Null((await edge.Get($"{at}/2")).Json["environments"]);

            var staged = (await edge.Put($"{at}/2/activate/staging")).Expect(200);
            Assert.Equal((true, false, false), ((bool)staged["staging"]!, (bool)staged["locked"]!, (bool)staged["active"]!));
            Assert.StartsWith("EDGE122", (string)staged["msg"]!, StringComparison.Ordinal);
            Assert.Single(edge.Published);
            (await edge.Post($"{at}/2/domain", "name=b.example.com")).Expect(200);
        }

        await using var again = await ControlUnderTest.Start(folder.Path);
        var details = (await again.Get($"/service/{service}/details?filter%5Bversions.staged%5D=true")).Expect(200);
        Assert.Equal((2, 1), ((int)details["version"]!["number"]!, (int)details["active_version"]!["number"]!));
        var environment = Assert.Single(details["environments"]!.AsArray())!;
        Assert.Equal(("staging", 2, service), ((string)environment["name"]!, (int)environment["active_version"]!, (string)environment["service_id"]!));
        Assert.Equal(environment.ToJsonString(), (await again.Get($"/service/{service}/version/2")).Json["environments"]![0]!.ToJsonString());
        Assert.False((bool)(await again.Get($"/service/{service}/version/1")).Json["staging"]!);
    }

    [Fact]
    public async Task Ends_when_it_is_taken_back_or_the_version_goes_live()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Ready();
        var at = $"/service/{service}/version";
        (await edge.Put($"{at}/1/activate")).Expect(200);
        (await edge.Put($"{at}/1/clone")).Expect(200);
        (await edge.Put($"{at}/2/deactivate/staging")).Is(400, """{"msg":"Bad request","detail":"Version 2 is not staged"}""");
        (await edge.Put($"{at}/2/activate/staging")).Expect(200);
        Assert.False((bool)(await edge.Put($"{at}/2/deactivate/staging")).Expect(200)["staging"]!);
        (await edge.Put($"{at}/2/activate/staging")).Expect(200);
        Assert.False((bool)(await edge.Put($"{at}/2/activate")).Expect(200)["staging"]!);
        Assert.Null((await edge.Get($"/service/{service}")).Json["environments"]);
    }

    [Fact]
    public async Task Needs_a_version_that_could_go_live()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Ready();
        (await edge.Put($"/service/{service}/version/1/activate")).Expect(200);
        (await edge.Post($"/service/{service}/version")).Expect(200);
        Assert.Contains("EDGE002", (await edge.Put($"/service/{service}/version/2/activate/staging")).Expect(400)["detail"]!.ToString(), StringComparison.Ordinal);
    }
}
