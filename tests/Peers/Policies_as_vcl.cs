using System.Collections.Concurrent;
using EdgeInfra.Model;
using Unit.Model.Emit.Policies;

namespace Peers;

/// <summary>Origin policies as VCL, read by programs that know the two dialects better than its author.</summary>
public sealed class Policies_as_vcl
{
    private const int Versions = 200;

    [Fact]
    public Task For_Fastly_are_clean_to_falco_whatever_the_store() =>
        Falco.FindsNoErrorIn([
            .. PolicySamples.All.Values.Select(backend => FastlyVcl.Of(With(backend))),
            FastlyVcl.Of(With([.. PolicySamples.All.Select(one => one.Value with { Name = one.Key })])),
        ]);

    [Fact]
    public Task For_Fastly_are_clean_to_falco_as_presets_make_them() =>
        Falco.FindsNoErrorIn([.. PresetSamples.All.Values.Select(backend => FastlyVcl.Of(With(backend))), FastlyVcl.Of(With([.. PresetSamples.All.Values]))]);

    [Fact]
    public void For_Fastly_hold_every_preset() => Assert.All(PresetSamples.All, preset => Assert.True(
        VersionRules.Check(new ServiceVersion { Domains = ["www.example.com"], Backends = [preset.Value] }, Target.Fastly) is var problems
            && problems.All(problem => problem.Severity != Severity.Error),
        $"{preset.Key}: {string.Join(", ", problems)}"));

    [Fact]
    public Task For_Fastly_are_clean_to_falco_in_two_hundred_versions() => Falco.FindsNoErrorIn([.. Enumerable.Range(0, Versions)
        .Select(seed => FastlyVcl.Of(RandomPolicies.On(RandomVersions.Whole(seed), seed), RandomRules.Contents))]);

    [Fact]
    public async Task For_Varnish_are_compiled_by_it()
    {
        var refused = new ConcurrentBag<string>();
        await Parallel.ForAsync(0, Versions, async (seed, _) =>
        {
            var version = RandomPolicies.On(RandomVersions.Whole(seed, onlyAddresses: true), seed);
            if (await Varnish.Compile(VarnishVcl.Of(version, RandomRules.Contents).Text) is { ExitCode: not 0 } ran)
            {
                refused.Add($"seed {seed}: {ran.Error}");
            }
        });

        Assert.True(refused.IsEmpty, string.Join('\n', refused.Take(3)));
    }

    private static ServiceVersion With(params ReadOnlySpan<Backend> backends) =>
        new() { ServiceId = "svc", Number = 1, Domains = ["www.example.com"], Backends = [.. backends] };
}
