using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Unit.Sdk;

/// <summary>
/// Answers as the provider and the bundled runtime do: declarations with their definition, commands with what they print.
/// </summary>
internal sealed class ProviderMocks : IMocks
{
    public ConcurrentDictionary<string, MockResourceArgs> Seen { get; } = [];

    /// <summary>Commands fail: they have printed nothing.</summary>
    public bool CommandsFail { get; init; }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Seen[args.Name!] = args;
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Type switch
        {
            "edgeinfra:index:Backend" or "edgeinfra:index:Healthcheck" or "edgeinfra:index:Condition" =>
                args.Inputs.Add("definition", Definition(args)).Add("credentials", Credentials(args)),
            "command:local:Command" when !CommandsFail => args.Inputs.Add("stdout", Printed((string)args.Inputs["create"])),
            _ => args.Inputs,
        }));
    }

    public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException(args.Token);

    public ImmutableDictionary<string, object> Inputs(string name) => Seen[name].Inputs;

    private static ImmutableDictionary<string, object> Definition(MockResourceArgs args) => args.Inputs.ContainsKey("sslClientKey")
        ? args.Inputs.SetItem("name", args.Name!).SetItem("sslClientKey", "digest:of:it")
        : args.Inputs.SetItem("name", args.Name!);

    private static ImmutableDictionary<string, object> Credentials(MockResourceArgs args) => args.Inputs.TryGetValue("sslClientKey", out var key)
        ? ImmutableDictionary<string, object>.Empty.Add("sslClientKey", Output.CreateSecret((string)key))
        : ImmutableDictionary<string, object>.Empty;

    private static string Printed(string command) => command.Split(' ')[1] switch
    {
        "serve" => """{"url":"http://localhost:8080","listen":"127.0.0.1:8080","control":"http://127.0.0.1:9901","pid":5}""",
        "bucket" => """{"url":"http://localhost:7000","listen":"127.0.0.1:7000","pid":6,"name":"site"}""",
        _ => "the-token\n",
    };
}
