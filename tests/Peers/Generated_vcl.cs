using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using EdgeInfra.Model;
using Kit;

namespace Peers;

/// <summary>VCL made of versions, read by programs that know the two dialects better than its author.</summary>
public sealed class Generated_vcl
{
    private const int Versions = 200;

    [Fact]
    public Task Of_two_hundred_versions_is_clean_to_falco() =>
        Falco.FindsNoErrorIn(
            [.. Enumerable.Range(0, Versions).Select(seed => FastlyVcl.Of(Valid(RandomVersions.Whole(seed)), RandomRules.Contents))]);

    [Fact]
    public Task Of_tables_and_ACLs_is_clean_to_falco()
    {
        var version = Valid(RandomVersions.Of(1)) with
        {
            Dictionaries = [new EdgeDictionary { Name = "routes" }, new EdgeDictionary { Name = "keys", WriteOnly = true }],
            Acls = [new Acl { Name = "office" }],
        };
        return Falco.FindsNoErrorIn(FastlyVcl.Of(version, new(
            [new("routes", [new() { ItemKey = "/a b", ItemValue = "50% \"off\"" }, new() { ItemKey = "\"", ItemValue = "" }])],
            [new("office", [new() { Ip = "192.0.2.0", Subnet = 24 }, new() { Ip = "2001:db8::1", Negated = true }])])));
    }

    [Theory]
    [InlineData("Quickstart", ".edge/local")]
    [InlineData("QuickstartYaml", ".edge/runtime")]
    public async Task Of_the_examples_is_clean_to_falco(string example, string data)
    {
        await using var bench = Workbench.Copy(example);
        foreach (var port in example == "QuickstartYaml" ? new[] { "port", "controlPort", "bucketPort" } : [])
        {
            (await bench.Cli("config", "set", port, $"{FreePort.Next()}")).Succeeded();
        }

        (await bench.Cli("up", "--yes")).Succeeded();

        var running = JsonNode.Parse(File.ReadAllText(Path.Combine(bench.Folder, data, "running.json")))!["Ready"]!.GetValue<string>();
        var token = File.ReadAllText(Path.Combine(bench.Folder, data, "token")).Trim();
        using var control = new ControlClient(JsonNode.Parse(running)!["control"]!.GetValue<string>(), token);
        var service = (await control.Get("/service")).AsArray().Single()!["id"]!.GetValue<string>();
        var told = await control.Get($"/service/{service}/version/1/generated_vcl");

        var content = told["content"]!.GetValue<string>();
        Assert.Contains("{ .backend = F_stable; .weight = 80; }", content, StringComparison.Ordinal);
        await Falco.FindsNoErrorIn(content);
    }

    [Fact]
    public async Task Of_two_hundred_versions_is_compiled_by_Varnish()
    {
        var refused = new ConcurrentBag<string>();
        await Parallel.ForAsync(0, Versions, async (seed, _) =>
        {
            var vcl = VarnishVcl.Of(Valid(RandomVersions.Whole(seed, onlyAddresses: true)), RandomRules.Contents);
            Assert.DoesNotContain(vcl.Problems, problem => problem.Code == "EDGE203");
            if (await Varnish.Compile(vcl.Text) is { ExitCode: not 0 } ran)
            {
                refused.Add($"seed {seed}: {ran.Error}");
            }
        });

        Assert.True(refused.IsEmpty, string.Join('\n', refused.Take(3)));
    }

    private static ServiceVersion Valid(ServiceVersion version)
    {
        // What the runtime does not obey may well be generated.
        Assert.DoesNotContain(VersionRules.Check(version, Target.Fastly), problem => problem.Severity == Severity.Error);
        return version;
    }
}
