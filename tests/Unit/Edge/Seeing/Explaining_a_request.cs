using System.Text.Json.Nodes;
using EdgeInfra.Edge.Commands;
using EdgeInfra.Edge.Seeing;
using EdgeInfra.Model;
using Kit;
using Unit.Edge.Proxy;
using Origin = Kit.Origin;

namespace Unit.Edge.Seeing;

public sealed class Explaining_a_request
{
    private static readonly string[] Urls = ["/", "/api/users", "/img/a.png?x=1", "/old"];

    [Fact]
    public async Task Names_the_backend_and_the_head_that_the_proxy_then_sends()
    {
        await using var origin = Origin.Answering(asked => $"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Asked: {Convert.ToBase64String(System.Text.Encoding.Latin1.GetBytes(asked.Head))}\r\n\r\n");
        var random = new Random(20260102);
        await using var edge = await EdgeUnderTest.Serving(RandomVersion.Draw(random, origin.Port));
        var forwarded = 0;
        for (var i = 0; i < 150; i++)
        {
            var version = RandomVersion.Draw(random, origin.Port) with { Number = i + 2 };
            edge.Publish(version);
            var (url, group) = (Urls[random.Next(Urls.Length)], random.Next(3));
            var told = await edge.Explain(new(EdgeUnderTest.Config(version), "GET", url, "www.example.com", false)
            {
                Headers = [new("X-Group", $"{group}")],
            });
            var answer = await edge.Get(url, headers: $"X-Group: {group}\r\n");
            if (answer["X-Asked"] is { } asked)
            {
                forwarded++;
                Agree(told, System.Text.Encoding.Latin1.GetString(Convert.FromBase64String(asked)));
            }
            else
            {
                Assert.True((int?)told["answer"]?["status"] == answer.Status, $"{answer.Status}: {told}");
            }
        }

        Assert.InRange(forwarded, 50, 149); // both ways were met
    }

    [Fact]
    public async Task Tells_each_condition_and_each_rule_with_its_outcome()
    {
        var version = EdgeUnderTest.Version(
            new Backend { Name = "main", Address = "192.0.2.1" },
            new Backend { Name = "api", Address = "192.0.2.2", RequestCondition = "is api" }) with
        {
            Conditions = [new Condition { Name = "is api", Type = "REQUEST", Statement = "req.url ~ \"^/api\"" }],
            Headers = [new Header { Name = "mark", Type = "request", Action = "set", Dst = "http.X-Mark", Src = "\"1\"" }],
        };
        await using var edge = await EdgeUnderTest.Serving(version);
        var told = await edge.Explain(new(EdgeUnderTest.Config(version), "GET", "/api", "www.example.com", false));

        Assert.Equal(("is api", true, "api"), ((string?)told["conditions"]![0]!["name"], (bool)told["conditions"]![0]!["holds"]!, (string?)told["origin"]!["backend"]));
        Assert.Equal(("mark", true), ((string?)told["rules"]![0]!["name"], (bool)told["rules"]![0]!["followed"]!));
        Assert.Contains("X-Mark: 1\r\n", (string)told["origin"]!["head"]!, StringComparison.Ordinal);
        Assert.Equal(0, edge.Traffic.All.Single().Requests); // nothing was asked of anybody
    }

    [Fact]
    public async Task Asks_the_conditions_of_a_rule_one_by_one_up_to_the_first_that_does_not_hold()
    {
        var version = EdgeUnderTest.Version(new Backend { Name = "main", Address = "192.0.2.1" }) with
        {
            Conditions =
            [
                new Condition { Name = "is api", Type = "REQUEST", Statement = "req.url ~ \"^/(api)\"" },
                new Condition { Name = "well", Type = "RESPONSE", Statement = "resp.status == 200" },
            ],
            Headers =
            [
                new Header { Name = "mark", Type = "request", Action = "set", Dst = "http.X-Mark", Src = "re.group.1", RequestCondition = "is api" },
                new Header
                {
                    Name = "late", Type = "response", Action = "set", Dst = "http.X", Src = "\"1\"", RequestCondition = "is api", ResponseCondition = "well",
                },
            ],
            ResponseObjects = [new ResponseObject { Name = "no", Status = 403, RequestCondition = "no" }],
        };
        version = version with { Conditions = [.. version.Conditions, new Condition { Name = "no", Type = "REQUEST", Statement = "req.url == \"/no\"" }] };
        await using var edge = await EdgeUnderTest.Serving(version);

        Assert.Equal(
            ["response object: no False False", "request header: is api True True"],
            Rules(await edge.Explain(new(EdgeUnderTest.Config(version), "GET", "/api", "www.example.com", false))));
        Assert.Equal(
            ["response object: no True True", "answer header: is api False, well  False"],
            Rules(await edge.Explain(new(EdgeUnderTest.Config(version), "GET", "/no", "www.example.com", false))));
        var told = await edge.Explain(new(EdgeUnderTest.Config(version), "GET", "/api", "www.example.com", false));
        Assert.Contains("X-Mark: api\r\n", (string)told["origin"]!["head"]!, StringComparison.Ordinal);
        Assert.Contains("\nrule       request header mark is followed\n           is api holds: req.url ~ \"^/(api)\"\n", ExplainText.Of(told), StringComparison.Ordinal);

        static IEnumerable<string> Rules(JsonNode told) => told["rules"]!.AsArray().Select(rule => $"{rule!["kind"]}: "
            + string.Join(", ", rule["conditions"]!.AsArray().Select(one => $"{one!["name"]} {(bool?)one["holds"]}")) + $" {(bool)rule["followed"]!}");
    }

    [Fact]
    public async Task Tells_the_shield_and_why_it_is_passed_over()
    {
        await using var origin = Origin.Answering("hi");
        var version = Shielded_origins.Version(origin);
        await using var shield = await Shielded_origins.Shield(version);
        await using var edge = await Shielded_origins.EdgeBefore(shield, version);
        await using var alone = await EdgeUnderTest.Serving(version);
        var question = new ExplainQuestion(EdgeUnderTest.Config(version), "GET", "/", "www.example.com", false);

        var told = await edge.Explain(question);
        Assert.Equal(("AMS", $"{shield.Endpoint.Port}", null), ((string?)told["shield"]!["place"], told["shield"]!["port"]!.ToString(), told["shield"]!["passedOver"]));
        Assert.Equal(("origin", $"{origin.Port}"), ((string?)told["origin"]!["backend"], told["origin"]!["port"]!.ToString()));
        Assert.Contains("Fastly-FF: ...\r\n", (string)told["origin"]!["head"]!, StringComparison.Ordinal);
        Assert.Contains($"\nshield     AMS at 127.0.0.1:{shield.Endpoint.Port}, which asks\norigin     origin at", ExplainText.Of(told), StringComparison.Ordinal);

        told = await shield.Explain(question);
        Assert.Equal("this edge is that place", (string?)told["shield"]!["passedOver"]);
        told = await alone.Explain(question);
        Assert.Equal("this edge was not told how to reach it", (string?)told["shield"]!["passedOver"]);
        Assert.Contains("\nshield     AMS is passed over: this edge was not told how to reach it\n", ExplainText.Of(told), StringComparison.Ordinal);
        Assert.DoesNotContain("Fastly-FF", (string)told["origin"]!["head"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_the_shares_of_balanced_backends_and_the_health_they_have()
    {
        var version = EdgeUnderTest.Version(
            new Backend { Name = "a", Address = "192.0.2.1", AutoLoadbalance = true, Weight = 30 },
            new Backend { Name = "b", Address = "192.0.2.2", AutoLoadbalance = true, Weight = 10 },
            new Backend { Name = "sick", Address = "192.0.2.3", AutoLoadbalance = true, Weight = 60, Healthcheck = "probe" }) with
        {
            Healthchecks = [new Healthcheck { Name = "probe", Host = "h", Path = "/", Initial = 0, Threshold = 1, Window = 1 }],
        };
        await using var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version(new Backend { Name = "other", Address = "192.0.2.9" }));
        var told = await edge.Explain(new(EdgeUnderTest.Config(version), "GET", "/", "www.example.com", false));

        Assert.Equal(
            ["a 30 True 0.75", "b 10 True 0.25", "sick 60 False 0"],
            told["candidates"]!.AsArray().Select(one => $"{one!["backend"]} {one["weight"]} {(bool)one["healthy"]!} {one["probability"]}"));
        Assert.Equal((1, 0), (edge.Origins.Pools, edge.Origins.Probers));
    }

    [Fact]
    public async Task Tells_what_the_edge_would_answer_itself()
    {
        await using var edge = await EdgeUnderTest.Serving(EdgeUnderTest.Version(new Backend { Name = "main", Address = "192.0.2.1" }));
        var told = await edge.Explain(new(EdgeConfig.Empty, "GET", "/", "nobody.example.com", false));
        Assert.Equal((500, "unknown_domain", null), ((int)told["answer"]!["status"]!, (string?)told["answer"]!["cause"], (string?)told["service"]));
    }

    private static void Agree(JsonObject told, string asked)
    {
        var backend = asked.Split("\r\n").First(line => line.StartsWith("Host: ", StringComparison.Ordinal))[6..];
        var member = told["candidates"]!.AsArray().SingleOrDefault(one => (string)one!["backend"]! == backend);
        Assert.True((double?)member?["probability"] > 0, $"{backend}: {told}");
        if ((double)member["probability"]! == 1)
        {
            Assert.Equal(asked.TrimEnd(), ((string)told["origin"]!["head"]!).TrimEnd());
        }
    }
}
