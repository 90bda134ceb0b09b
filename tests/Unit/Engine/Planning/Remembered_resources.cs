using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace Unit.Engine.Planning;

public sealed class Remembered_resources
{
    [Fact]
    public void Are_deleted_in_groups_from_the_leaves_down()
    {
        var (a, b, c, d) = (State("a"), State("b", "a"), State("c", "a"), State("d", "b"));

        var order = DependencyGraph.DeletionOrder([a, b, c, d]);

        Assert.Equal(["c d", "b", "a"], order.Select(group => string.Join(' ', group.Select(state => Urn.Name(state.Urn)))));
    }

    [Fact]
    public void Must_stand_after_what_they_need()
    {
        Assert.Empty(SnapshotIntegrity.Broken(new Snapshot([State("a"), State("b", "a")], [])));
        Assert.Contains("does not stand before it", Assert.Single(SnapshotIntegrity.Broken(new Snapshot([State("b", "a"), State("a")], []))), StringComparison.Ordinal);
    }

    [Fact]
    public void Stand_once_but_for_those_that_are_to_be_deleted()
    {
        Assert.Empty(SnapshotIntegrity.Broken(new Snapshot([State("a"), State("a") with { Delete = true }], [])));
        Assert.Contains("twice", Assert.Single(SnapshotIntegrity.Broken(new Snapshot([State("a"), State("a")], []))), StringComparison.Ordinal);
    }

    [Fact]
    public void Name_a_provider_with_the_id_that_it_has()
    {
        var provider = State("p") with { Urn = "urn:pulumi:d::w::pulumi:providers:t::p", Type = "pulumi:providers:t" };

        Assert.Empty(SnapshotIntegrity.Broken(new Snapshot([provider, State("a") with { Provider = $"{provider.Urn}::id-p" }], [])));
        Assert.Single(SnapshotIntegrity.Broken(new Snapshot([provider, State("a") with { Provider = $"{provider.Urn}::other" }], [])));
    }

    private static ResourceState State(string name, params string[] needs) => new()
    {
        Urn = UrnOf(name),
        Type = "t:i:T",
        Custom = true,
        Id = $"id-{name}",
        Dependencies = [.. needs.Select(UrnOf)],
    };

    private static string UrnOf(string name) => $"urn:pulumi:d::w::t:i:T::{name}";
}
