using System.Text.Json.Nodes;
using EdgeInfra.Edge.Control;
using Kit;

namespace Unit.Edge.Control;

public sealed class Tokens
{
    private const string Forbidden = "You are not authorized to perform this action";

    [Fact]
    public async Task Tell_their_secret_once()
    {
        await using var edge = await ControlUnderTest.Start();
        var created = (await edge.Post("/tokens", "name=ci&scope=purge_select+global:read&expires_at=2026-02-01T00:00:00%2B01:00")).Expect(200);
        Assert.Matches("^[0-9A-Za-z_-]{32}$", (string)created["access_token"]!);
        Assert.Matches("^[0-9A-Za-z]{22}$", (string)created["id"]!);
        created.AsObject().Remove("access_token");
        var told = $$"""
            {"id":"{{created["id"]}}","name":"ci","user_id":"EdgeInfraLocalOperator","customer_id":"EdgeInfraLocalCustomer","services":[],
             "scope":"purge_select global:read","scopes":["purge_select","global:read"],"created_at":"2026-01-02T12:00:00Z",
             "expires_at":"2026-01-31T23:00:00Z","last_used_at":null,"ip":null,"user_agent":null,"sudo_expires_at":null}
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(told), created), created.ToJsonString());

        var listed = (await edge.Get("/tokens")).Expect(200).AsArray();
        Assert.Equal(["EdgeInfraInitialToken0", (string)created["id"]!], listed.Select(token => (string)token!["id"]!));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(told), listed[1]), listed[1]!.ToJsonString());
        var self = (await edge.Get("/tokens/self")).Expect(200);
        Assert.Equal(("EdgeInfraInitialToken0", "global", "127.0.0.1"), ((string)self["id"]!, (string)self["scope"]!, (string)self["ip"]!));
    }

    [Theory]
    [InlineData("global", 200, 200, 200, 200)]
    [InlineData("global:read", 200, 403, 403, 403)]
    [InlineData("purge_select", 403, 403, 200, 403)]
    [InlineData("purge_all", 403, 403, 403, 200)]
    [InlineData("global:read purge_all", 200, 403, 403, 200)]
    public async Task Allow_what_their_scope_says(string scope, int read, int write, int purge, int purgeAll)
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        var key = ("Fastly-Key", await edge.NewToken($"scope={scope.Replace(' ', '+')}"));
        Assert.Equal(read, (await edge.With("GET", $"/service/{id}/version/1/backend", key)).Status);
        Assert.Equal(write, (await edge.With("PUT", $"/service/{id}", key)).Status);
        Assert.Equal(purge, (await edge.With("POST", $"/service/{id}/purge/k", key)).Status);
        Assert.Equal(purge, (await edge.With("POST", "/purge/www.example.com/", key)).Status);
        Assert.Equal(purgeAll, (await edge.With("POST", $"/service/{id}/purge_all", key)).Status);
        (await edge.With("GET", "/tokens/self", key)).Expect(200);
        (await edge.With("GET", "/nowhere", key)).Expect(404);
    }

    [Fact]
    public async Task Say_what_they_lack()
    {
        await using var edge = await ControlUnderTest.Start();
        var key = ("Fastly-Key", await edge.NewToken("scope=global:read"));
        (await edge.With("POST", "/service", key)).Is(403, $$"""
            {"msg":"{{Forbidden}}","detail":"The token's scope is 'global:read'; this needs 'global'"}
            """);
    }

    [Fact]
    public async Task Limited_to_services_see_no_other()
    {
        await using var edge = await ControlUnderTest.Start();
        var (mine, other) = (await edge.Ready("mine", "mine.example.com"), await edge.Ready("other", "other.example.com"));
        (await edge.Put($"/service/{mine}/version/1/activate")).Expect(200);
        (await edge.Put($"/service/{other}/version/1/activate")).Expect(200);
        var key = ("Fastly-Key", await edge.NewToken($"name=limited&services[]={mine}"));

        (await edge.With("GET", $"/service/{mine}", key)).Expect(200);
        (await edge.With("GET", $"/service/{other}", key))
            .Is(403, $$"""{"msg":"{{Forbidden}}","detail":"The token is not good for the service '{{other}}'"}""");
        (await edge.With("PUT", $"/service/{other}/version/1/deactivate", key)).Expect(403);
        (await edge.With("POST", "/service", key)).Is(403, $$"""{"msg":"{{Forbidden}}","detail":"The token is limited to certain services"}""");
        (await edge.With("POST", "/tokens", key)).Expect(403);
        (await edge.With("POST", "/purge/https://other.example.com/a", key)).Expect(403);
        (await edge.With("POST", "/purge/https://mine.example.com/a", key)).Expect(200);
        (await edge.With("GET", "/service/search?name=other", key)).Expect(404);
        Assert.Equal([mine], (await edge.With("GET", "/service", key)).Json.AsArray().Select(service => (string)service!["id"]!));
        Assert.Equal("limited", Assert.Single((await edge.With("GET", "/tokens", key)).Json.AsArray())!["name"]!.ToString());
        Assert.Equal([mine], (await edge.With("GET", "/verify", key)).Json["services"]!.AsObject().Select(service => service.Key));
        Assert.All((await edge.With("GET", "/events", key)).Json["data"]!.AsArray(), one => Assert.Equal(mine, (string)one!["attributes"]!["service_id"]!));
    }

    [Fact]
    public async Task Open_nothing_once_expired_or_deleted()
    {
        await using var edge = await ControlUnderTest.Start();
        var short_ = ("Fastly-Key", await edge.NewToken("expires_at=2026-01-02T12:00:01Z"));
        (await edge.With("GET", "/service", short_)).Expect(200);
        edge.Time.Advance(TimeSpan.FromSeconds(1));
        (await edge.With("GET", "/service", short_)).Expect(401);

        var self = ("Fastly-Key", await edge.NewToken("scope=purge_all"));
        Assert.Equal(new Said(204, ""), await edge.With("DELETE", "/tokens/self", self));
        (await edge.With("GET", "/tokens/self", self)).Expect(401);

        var made = (await edge.Post("/tokens", "name=x")).Expect(200);
        Assert.Equal(new Said(204, ""), await edge.Delete($"/tokens/{made["id"]}"));
        (await edge.With("GET", "/service", ("Fastly-Key", (string)made["access_token"]!))).Expect(401);
        (await edge.Delete($"/tokens/{made["id"]}")).Is(404, $$"""{"msg":"Record not found","detail":"Couldn't find Token '{ id => {{made["id"]}} }'"}""".Replace("=>", "=\\u003e", StringComparison.Ordinal));
        (await edge.Delete("/tokens/self")).Expect(400);
    }

    [Fact]
    public async Task Are_deleted_together_or_not_at_all()
    {
        await using var edge = await ControlUnderTest.Start();
        var ids = new[] { "a", "b" }.Select(async name => (string)(await edge.Post("/tokens", $"name={name}")).Json["id"]!).Select(id => id.Result).ToArray();
        (await Bulk([ids[0], "unknown"])).Expect(404);
        Assert.Equal(3, (await edge.Get("/tokens")).Json.AsArray().Count);
        Assert.Equal(204, (await Bulk(ids)).Status);
        Assert.Single((await edge.Get("/tokens")).Json.AsArray());

        Task<Said> Bulk(string[] ids) => edge.Send(
            "DELETE", "/tokens", $$"""{"data":[{{string.Join(',', ids.Select(id => $$"""{"type":"token","id":"{{id}}"}"""))}}]}""", "application/vnd.api+json");
    }

    [Fact]
    public async Task Outlive_a_restart_without_their_secret_being_stored()
    {
        using var folder = new TempFolder();
        string secret;
        await using (var edge = await ControlUnderTest.Start(folder.Path))
        {
            secret = await edge.NewToken("name=kept&scope=global:read");
        }

        await using var again = await ControlUnderTest.Start(folder.Path);
        Assert.Equal("kept", (string)(await again.With("GET", "/tokens/self", ("Fastly-Key", secret))).Expect(200)["name"]!);
        Assert.DoesNotContain(secret, File.ReadAllText(Path.Combine(folder.Path, "tokens.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_on_disk_are_refused_and_left_as_they_are()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "tokens.yaml");
        File.WriteAllText(file, "format: 1\ntok");
        await using var edge = await ControlUnderTest.Start(folder.Path);
        (await edge.Post("/tokens", "name=a")).Expect(500);
        (await edge.Get("/tokens/self")).Expect(200);
        Assert.Equal("format: 1\ntok", File.ReadAllText(file));
        Assert.Contains(file, Assert.Single(edge.Log), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_stored_whole_or_not_at_all_wherever_the_process_is_killed()
    {
        for (var steps = 0; ; steps++)
        {
            using var folder = new TempFolder();
            var files = new StoppingFiles { StepsLeft = steps };
            var secret = "";
            try
            {
                Register(folder, files).Create("new", ["global"], [], null, out secret);
            }
            catch (StoreException)
            {
                // Killed there.
            }

            Assert.InRange(Register(folder, new DiskFiles()).All.Count(), 1, 2);
            if (!files.Stopped)
            {
                Assert.Equal("new", Register(folder, new DiskFiles()).Find(secret)?.Name);
                break;
            }
        }
    }

    [Fact]
    public async Task Tell_whose_they_are()
    {
        await using var edge = await ControlUnderTest.Start();
        var id = await edge.Service();
        (await edge.Get("/verify")).Is(200, $$"""
            {"customer":{"id":"EdgeInfraLocalCustomer","name":"EdgeInfra"},
             "user":{"id":"EdgeInfraLocalOperator","name":"EdgeInfra","login":"operator@localhost"},"services":{"{{id}}":"www"},
             "token":{"id":"EdgeInfraInitialToken0","name":"the token the edge was started with","created_at":"2026-01-02T12:00:00Z","expires_at":null,"scope":"global"} }
            """);
        Assert.Equal("EdgeInfraLocalOperator", (string)(await edge.Get("/current_user")).Expect(200)["id"]!);
    }

    [Fact]
    public async Task Have_so_many_writes_an_hour_and_are_told_how_many_are_left()
    {
        await using var edge = await ControlUnderTest.Start();
        using var answer = await edge.Client.PostAsync(new Uri("/service?name=x", UriKind.Relative), null);
        Assert.Equal("999999", answer.Headers.GetValues("Fastly-RateLimit-Remaining").Single());
        Assert.Equal("1767358800", answer.Headers.GetValues("Fastly-RateLimit-Reset").Single()); // 13:00
        Assert.Equal(("no-store", "no-cache", "400 Bad Request"), (answer.Headers.CacheControl!.ToString(), answer.Headers.Pragma.Single().Name, answer.Headers.GetValues("Status").Single()));

        var time = new ManualTime(edge.Time.GetUtcNow());
        var budget = new WriteBudget(time, perHour: 1);
        Assert.Equal((0, -1, -1, 0), (budget.Take("a").Remaining, budget.Take("a").Remaining, budget.Take("a").Remaining, budget.Take("b").Remaining));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, budget.Take("a").Remaining);
    }

    private static TokenRegister Register(TempFolder folder, IFiles files) =>
        new(folder.Path, files, "first", new ManualTime(DateTimeOffset.UnixEpoch), _ => { });
}
