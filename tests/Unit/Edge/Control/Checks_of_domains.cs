namespace Unit.Edge.Control;

public sealed class Checks_of_domains
{
    [Fact]
    public async Task Tell_whether_each_leads_to_this_machine()
    {
        await using var edge = await ControlUnderTest.Start();
        var service = await edge.Ready();
        var at = $"/service/{service}/version/1/domain";
        (await edge.Post(at, $"name={ControlUnderTest.DomainHere}")).Expect(200);
        var (other, here) = ((await edge.Get($"{at}/www.example.com")).Body, (await edge.Get($"{at}/{ControlUnderTest.DomainHere}")).Body);
        (await edge.Get($"{at}/www.example.com/check")).Is(200, $"[{other},null,false]");
        (await edge.Get($"{at}/{ControlUnderTest.DomainHere}/check")).Is(200, $"[{here},null,true]");
        (await edge.Get($"{at}/check_all")).Is(200, $"[[{other},null,false],[{here},null,true]]");
        (await edge.Get($"{at}/none/check")).Expect(404);
    }
}
