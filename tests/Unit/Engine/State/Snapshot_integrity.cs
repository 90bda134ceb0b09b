using System.Collections.Immutable;
using EdgeInfra.Engine.State;

namespace Unit.Engine.State;

public sealed class Snapshot_integrity
{
    private static readonly ResourceState Provider =
        new() { Urn = "urn:provider", Type = "pulumi:providers:edge", Custom = true, Id = "1" };
    private static readonly ResourceState One =
        new() { Urn = "urn:one", Type = "edge:index:Backend", Custom = true, Id = "one", Provider = "urn:provider::1" };
    private static readonly ResourceState Two =
        One with { Urn = "urn:two", Dependencies = ["urn:one"], Parent = "urn:one", DeletedWith = "urn:one" };

    [Fact]
    public void Holds_when_everything_stands_after_what_it_needs() => Assert.Empty(Broken(Provider, One, Two));

    [Fact]
    public void Lets_a_replaced_resource_wait_for_its_deletion() =>
        Assert.Empty(Broken(Provider, One with { Delete = true }, One, One with { Delete = true }));

    [Fact]
    public void Wants_a_resource_only_once() =>
        Assert.Equal(["urn:one: is there twice; only one of the two may be without 'delete'"], Broken(Provider, One, One));

    [Fact]
    public void Wants_providers_first() => Assert.Contains(
        "its provider urn:provider::1 does not stand before it", Assert.Single(Broken(One, Provider)), StringComparison.Ordinal);

    [Fact]
    public void Wants_the_very_provider_that_is_named() => Assert.Single(Broken(Provider with { Id = "2" }, One));

    [Fact]
    public void Names_everything_that_is_wrong() => Assert.Equal(
        [
            "urn:two: its parent urn:one does not stand before it",
            "urn:two: it is deleted with urn:one, which does not stand before it",
            "urn:two: it depends on urn:one, which does not stand before it",
        ],
        Broken(Provider, Two, One));

    [Fact]
    public void Looks_at_the_dependencies_of_properties() => Assert.Contains(
        "its property 'host' depends on urn:gone",
        Assert.Single(Broken(Provider, One with { PropertyDependencies = ResourceStateMaps.Of(("host", ["urn:gone"])) })),
        StringComparison.Ordinal);

    [Fact]
    public void Gives_no_id_to_a_component() => Assert.Contains(
        "is a component", Assert.Single(Broken(One with { Custom = false, Provider = "" })), StringComparison.Ordinal);

    private static IReadOnlyList<string> Broken(params ImmutableArray<ResourceState> resources) =>
        SnapshotIntegrity.Broken(new Snapshot(resources, []));
}
