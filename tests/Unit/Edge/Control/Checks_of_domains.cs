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
        (await edge.Get("/service/none/version/1/domain/check_all")).Expect(404);
        (await edge.Get($"/service/{service}/version/9/domain/check_all")).Expect(404);
    }

    [Fact]
    public async Task Wait_for_the_resolver_only_so_long_and_keep_what_it_has_said()
    {
        using var asked = new SemaphoreSlim(0);
        await using var edge = await ControlUnderTest.Start(options => options with
        {
            LeadsHere = (domain, cancel) =>
            {
                var answer = options.LeadsHere(domain, cancel);
                asked.Release();
                return answer;
            },
        });
        var service = await edge.Ready("www", ControlUnderTest.DomainHere);
        var at = $"/service/{service}/version/1/domain";
        (await edge.Post(at, $"name={ControlUnderTest.DomainNobodyKnows}")).Expect(200);

        var checking = edge.Get($"{at}/check_all");
        await asked.WaitAsync();
        await asked.WaitAsync();
        while (!checking.IsCompleted)
        {
            edge.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal([true, false], (await checking).Expect(200).AsArray().Select(one => (bool)one![2]!));
    }
}
