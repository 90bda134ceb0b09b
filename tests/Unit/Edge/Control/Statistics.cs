using EdgeInfra.Edge.Control;

namespace Unit.Edge.Control;

public sealed class Statistics
{
    private const long Noon = 1767355200;

    [Fact]
    public async Task Tell_minutes_from_counters_that_only_grow()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        await Count(edge, Totals(id, requests: 10, errors: 1, bytes: 500));
        edge.Time.Advance(TimeSpan.FromSeconds(59));
        await Count(edge, Totals(id, requests: 12, errors: 1, bytes: 600));
        edge.Time.Advance(TimeSpan.FromSeconds(1));
        await Count(edge, Totals(id, requests: 15, errors: 2, bytes: 600));

        (await edge.Get($"/stats/service/{id}?by=minute&from=10+minutes+ago")).Is(200, $$"""
            {"data":[{{Row(12, 1, 600, Noon, id)}},{{Row(3, 1, 0, Noon + 60, id)}}],
             "meta":{"to":"2026-01-02 12:01:00 UTC","from":"2026-01-02 11:51:00 UTC","by":"minute","region":"all"},"status":"success","msg":null}
            """);
        (await edge.Get($"/stats/service/{id}/field/requests?by=hour&region=local&from={Noon}&to=now")).Is(200, $$"""
            {"data":[{"requests":15,"service_id":"{{id}}","start_time":{{Noon}}}],
             "meta":{"to":"2026-01-02 12:01:00 UTC","from":"2026-01-02 12:00:00 UTC","by":"hour","region":"local"},"status":"success","msg":null}
            """);
        Assert.Empty((await edge.Get($"/stats/service/{id}?region=europe")).Expect(200)["data"]!.AsArray());
        Assert.Empty((await edge.Get($"/stats/service/{id}?by=minute&from=2026-01-02T11:00:00Z&to=2026-01-02T11:59:59Z")).Expect(200)["data"]!.AsArray());
    }

    [Fact]
    public async Task Put_services_together()
    {
        await using var edge = await ControlUnderTest.Start();
        var a = await edge.Service("a");
        edge.Time.Advance(TimeSpan.FromSeconds(1)); // services are told oldest first
        var b = await edge.Service("b");
        await Count(edge, Totals(a, requests: 1, errors: 0, bytes: 10), Totals(b, requests: 2, errors: 1, bytes: 20));

        Assert.Equal("""["local"]""", Data(await edge.Get("/stats/regions")));
        Assert.Equal(3, (int)(await edge.Get("/stats/aggregate")).Json["data"]![0]!["requests"]!);
        Assert.Equal("""{"local":{"bandwidth":30,"requests":3,"compute_requests":0}}""", Data(await edge.Get("/stats/usage")));
        Assert.Equal(
            $$$$"""{"local":{"{{{{a}}}}":{"bandwidth":10,"requests":1,"compute_requests":0},"{{{{b}}}}":{"bandwidth":20,"requests":2,"compute_requests":0}}}""",
            Data(await edge.Get("/stats/usage_by_service")));
        Assert.Equal(2, (int)(await edge.Get("/stats")).Json["data"]![b]![0]!["status_2xx"]!);
        Assert.Equal(1, (int)(await edge.Get("/stats/field/errors")).Json["data"]![b]![0]!["errors"]!);
        var limited = ("Fastly-Key", await edge.NewToken($"services[]={a}"));
        Assert.Equal(1, (int)(await edge.With("GET", "/stats/aggregate", limited)).Json["data"]![0]!["requests"]!);
        (await edge.With("GET", $"/stats/service/{b}", limited)).Expect(403);
    }

    [Fact]
    public async Task Tell_the_last_two_minutes_as_they_come()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        await Count(edge, Totals(id, requests: 1, errors: 0, bytes: 10));
        edge.Time.Advance(TimeSpan.FromSeconds(30));
        await Count(edge, Totals(id, requests: 4, errors: 0, bytes: 10));

        Assert.Equal([(Noon, 1), (Noon + 30, 3)], await Recent(edge, $"{id}/ts/h"));
        Assert.Equal([(Noon + 30, 3)], await Recent(edge, $"{id}/ts/0"));
        Assert.Equal([(Noon + 30, 3)], await Recent(edge, $"{id}/ts/{Noon}"));
        Assert.Equal([(Noon + 30, 3)], await Recent(edge, $"{id}/ts/h/limit/1"));
        var said = (await edge.Get($"/v1/channel/{id}/ts/{Noon + 30}")).Expect(200);
        Assert.Equal($$"""{"Data":[],"Timestamp":{{Noon + 30}},"AggregateDelay":5,"Error":null}""", said.ToJsonString());
        edge.Time.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal([(Noon + 30, 3)], await Recent(edge, $"{id}/ts/h"));

        (await edge.Get("/v1/channel/none/ts/0")).Expect(404);
        (await edge.Get($"/v1/channel/{id}/ts/soon")).Expect(400);
        (await edge.Get($"/v1/channel/{id}/ts/0/limit/0")).Expect(400);
        var other = await edge.Service("other");
        (await edge.With("GET", $"/v1/channel/{id}/ts/0", ("Fastly-Key", await edge.NewToken($"services[]={other}")))).Expect(403);
    }

    private static async Task<IEnumerable<(long, int)>> Recent(ControlUnderTest edge, string path) =>
        (await edge.Get($"/v1/channel/{path}")).Expect(200)["Data"]!.AsArray().Select(one =>
        {
            Assert.Equal(one!["aggregated"]!.ToJsonString(), one["datacenter"]!["LOCAL"]!.ToJsonString());
            return ((long)one["recorded"]!, (int)one["aggregated"]!["requests"]!);
        });

    [Theory]
    [InlineData("by=week", "by is \\u0022week\\u0022, but must be one of minute, hour, day")]
    [InlineData("from=soon", "from is")]
    [InlineData("to=99999999999999", "to is")]
    [InlineData("from=now&to=yesterday", "from is later than to")]
    public async Task Refuse_times_they_do_not_understand(string query, string reason)
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        var refused = await edge.Get($"/stats/service/{id}?{query}");
        refused.Expect(400);
        Assert.Contains(reason.Replace("\\u0022", "\"", StringComparison.Ordinal), refused.Detail, StringComparison.Ordinal);
        (await edge.Get($"/stats/service/{id}/field/hits")).Expect(400);
        (await edge.Get("/stats/service/none")).Expect(404);
    }

    // What is counted is looked at when someone asks.
    private static async Task Count(ControlUnderTest edge, params TrafficTotals[] totals)
    {
        edge.Traffic.Clear();
        totals.ToList().ForEach(edge.Traffic.Enqueue);
        foreach (var one in totals)
        {
            (await edge.Get($"/stats/service/{one.ServiceId}")).Expect(200);
        }
    }

    private static TrafficTotals Totals(string id, long requests, long errors, long bytes) =>
        new(id) { Requests = requests, Errors = errors, BodyBytes = bytes, Statuses = [0, requests, 0, 0, 0] };

    private static string Row(long requests, long errors, long bytes, long start, string id) => $$"""
        {"requests":{{requests}},"edge_requests":{{requests}},"errors":{{errors}},"bandwidth":{{bytes}},"body_size":{{bytes}},"resp_body_bytes":{{bytes}},
         "edge_resp_body_bytes":{{bytes}},"status_1xx":0,"status_2xx":{{requests}},"status_3xx":0,"status_4xx":0,"status_5xx":0,
         "service_id":"{{id}}","start_time":{{start}} }
        """;

    private static string Data(Said said) => said.Expect(200)["data"]!.ToJsonString();
}
