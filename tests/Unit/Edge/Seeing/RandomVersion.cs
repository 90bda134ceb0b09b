using EdgeInfra.Model;
using Unit.Edge.Proxy;

namespace Unit.Edge.Seeing;

/// <summary>Versions whose backends all lie at one origin, and can be told apart by the Host it is sent.</summary>
internal static class RandomVersion
{
    private static readonly string[] Statements =
        ["req.url ~ \"^/api\"", "req.url ~ \"[.]png\"", "req.http.X-Group == \"1\"", "req.http.X-Group != \"2\" && req.url != \"/\"", "req.url == \"/old\""];

    public static ServiceVersion Draw(Random random, int port)
    {
        var names = Enumerable.Range(0, random.Next(2, 6)).Select(i => $"b{i}").ToList();
        var conditions = Statements.Select((statement, i) => new Condition
        {
            Name = $"c{i}", Type = "REQUEST", Statement = statement, Priority = random.Next(20),
        });
        var balanced = random.Next(2) == 0;
        return EdgeUnderTest.Version([.. names.Select(name => Backend(random, name, port, balanced))]) with
        {
            Conditions = [.. conditions],
            Headers =
            [
                new Header { Name = "url", Type = "request", Action = "set", Dst = "url", Src = "\"/changed\" req.url", RequestCondition = Maybe(random), Priority = 1 },
                new Header { Name = "mark", Type = "request", Action = "append", Dst = "http.X-Group", Src = "\"+\"", RequestCondition = Maybe(random), Priority = 2 },
                new Header { Name = "fetch", Type = "fetch", Action = "set", Dst = "http.X-Fetch", Src = "req.url", RequestCondition = Maybe(random) },
            ],
            ResponseObjects = random.Next(4) > 0 ? [] : [new ResponseObject { Name = "gone", Status = 410, RequestCondition = "c4" }],
        };
    }

    // The first one is nearly always the default: a version needs one.
    private static Backend Backend(Random random, string name, int port, bool balanced) => new()
    {
        Name = name, Address = "127.0.0.1", Port = port, OverrideHost = name, AutoLoadbalance = balanced, Weight = random.Next(1, 100),
        RequestCondition = name == "b0" ? "" : Maybe(random),
    };

    private static string Maybe(Random random) => random.Next(3) == 0 ? "" : $"c{random.Next(Statements.Length)}";
}
