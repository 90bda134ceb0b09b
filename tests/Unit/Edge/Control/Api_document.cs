using System.Net;
using System.Text.Json.Nodes;
using EdgeInfra.Edge.Control;
using EdgeInfra.Model;
using Kit;

namespace Unit.Edge.Control;

/// <summary>With EDGEINFRA_ACCEPT=1 in the environment the file is rewritten instead of compared: read that diff.</summary>
public sealed class Api_document : IDisposable
{
    private static readonly string Document = Repository.At("schema", "control-api.json");

    private readonly TempFolder _folder = new();
    private readonly AuditLog _audit;
    private readonly TrafficHistory _traffic;
    private readonly IReadOnlyList<Route> _routes;

    public Api_document()
    {
        var options = new ControlOptions { Listen = new(IPAddress.Loopback, 0), Token = "t", DataDirectory = _folder.Path };
        var services = new ServiceRegister(new VersionStore(_folder.Path, options.Files, options.Log), options.Time);
        _audit = new AuditLog(_folder.Path, options.Log);
        _traffic = new TrafficHistory(options.Traffic, options.Time);
        _routes = new ControlRoutes(
            services, new Activation(services, options.Time, _ => { }, options.Log),
            new TokenRegister(_folder.Path, options.Files, options.Token, options.Time, options.Log), _audit, _traffic, options).Table.All;
    }

    public void Dispose()
    {
        _audit.Dispose();
        _traffic.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Is_what_the_routes_and_fields_say()
    {
        var expected = OpenApi.Write(_routes, FieldTables.All);
        if (Environment.GetEnvironmentVariable("EDGEINFRA_ACCEPT") == "1")
        {
            File.WriteAllText(Document, expected);
        }

        Assert.Equal(expected, File.ReadAllText(Document));
    }

    [Fact]
    public void Has_an_operation_of_its_own_name_for_each_route()
    {
        var document = JsonNode.Parse(OpenApi.Write(_routes, FieldTables.All))!;
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).ToList();
        Assert.Equal(_routes.Count, operations.Count);
        Assert.Equal(operations.Count, operations.Select(operation => (string)operation.Value!["operationId"]!).Distinct().Count());
        Assert.Equal("apiKey", (string)document["components"]!["securitySchemes"]!["token"]!["type"]!);
        Assert.All(References(document), reference => Assert.NotNull(Resolve(document, reference)));
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => pair is { Key: "$ref", Value: JsonValue reference } ? [(string)reference!] : References(pair.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private static JsonNode? Resolve(JsonNode document, string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, name) => node?[name]);
}
