using EdgeInfra.Edge.Proxy;
using EdgeInfra.Model;

namespace Unit.Edge.Proxy;

public sealed class Choosing_within_a_director
{
    private static readonly Random Random = new(3);

    [Theory]
    [InlineData(75, 3, true)]
    [InlineData(75, 2, false)]
    [InlineData(50, 2, true)]
    [InlineData(0, 1, true)]
    [InlineData(100, 3, false)]
    [InlineData(100, 4, true)]
    public void Needs_a_quorum_of_healthy_weight(int quorum, int healthy, bool picks)
    {
        foreach (var kind in Enum.GetValues<GroupKind>())
        {
            var director = new Candidates([.. Enumerable.Range(0, 4).Select(i => (Origins.Live("b" + i, i < healthy), 10))], kind, quorum, 5);

            Assert.Equal(picks, director.Pick(new View(), Random) is not null);
            if (!picks)
            {
                Assert.Equal("Quorum weight not reached", ErrorAnswer.For(director.WhyNone()).Text);
            }
        }
    }

    [Fact]
    public void Counts_weight_and_not_members_for_its_quorum()
    {
        var director = new Candidates([(Origins.Live("big"), 75), (Origins.Live("small", healthy: false), 25)], GroupKind.Random, 75, 5);

        Assert.Equal("big", director.Pick(new View(), Random)!.Origin.Name);
    }

    [Fact]
    public void Has_no_healthy_backend_when_all_are_sick_and_none_is_asked_for()
    {
        var director = new Candidates([(Origins.Live("a", false), 1), (Origins.Live("b", false), 1)], GroupKind.ByObject, 0, 5);

        Assert.Null(director.Pick(new View(), Random));
        Assert.Equal("No healthy backends", ErrorAnswer.For(director.WhyNone()).Text);
    }

    [Fact]
    public void Sends_an_object_to_the_same_member_whoever_asks_and_other_objects_to_others_by_weight()
    {
        var director = Of(GroupKind.ByObject, ("a", 3), ("b", 2), ("c", 1));

        Assert.Equal(
            director.Pick(new View("/x", "WWW.example.com", "192.0.2.1"), Random)!.Origin.Name,
            director.Pick(new View("/x", "www.example.com", "192.0.2.2"), Random)!.Origin.Name);
        var drawn = Drawn.Of(Enumerable.Range(0, 30_000).Select(i => director.Pick(new View("/object/" + i), Random)!.Origin.Name));
        drawn.Have("a", 3.0 / 6);
        drawn.Have("b", 2.0 / 6);
        drawn.Have("c", 1.0 / 6);
    }

    [Fact]
    public void Sends_a_client_to_the_same_member_whatever_it_asks_for()
    {
        var director = Of(GroupKind.ByClient, ("a", 1), ("b", 1), ("c", 1));
        var clients = Enumerable.Range(0, 3_000).Select(i => $"10.0.{i / 256}.{i % 256}").ToList();

        var first = clients.Select(ip => director.Pick(new View("/1", ClientIp: ip), Random)!.Origin.Name).ToList();
        var second = clients.Select(ip => director.Pick(new View("/2", ClientIp: ip), Random)!.Origin.Name).ToList();

        Assert.Equal(first, second);
        Drawn.Of(first).Have("b", 1.0 / 3);
    }

    [Theory]
    [InlineData(GroupKind.ByObject)]
    [InlineData(GroupKind.ByClient)]
    public void Moves_only_the_share_of_a_member_that_leaves_or_falls_sick(GroupKind kind)
    {
        (string, int)[] all = [("a", 1), ("b", 1), ("c", 1), ("d", 1)];
        var (whole, less) = (Of(kind, all), Of(kind, all[..3]));
        var sick = new Candidates([.. all.Select(one => (Origins.Live(one.Item1, one.Item1 != "d"), 1))], kind, 0, 5);

        for (var i = 0; i < 2_000; i++)
        {
            var view = new View("/" + i, ClientIp: $"10.1.{i / 256}.{i % 256}");
            var before = whole.Pick(view, Random)!.Origin.Name;
            var after = less.Pick(view, Random)!.Origin.Name;
            Assert.True(before == after || before == "d", $"{view}: {before} became {after}");
            Assert.Equal(after, sick.Pick(view, Random)!.Origin.Name);
        }
    }

    [Fact]
    public void Is_found_by_its_name_and_its_name_in_VCL_after_the_backends()
    {
        var service = Origins.Service(EdgeUnderTest.Version(Backend("one"), Backend("two three")) with
        {
            Directors = [new Director { Name = "my group", Type = 4, Retries = 2, Backends = ["two three", "two three"] }],
        });

        Assert.Equal("one", Named("one"));
        Assert.Equal("two three", Named("F_two_three"));
        Assert.Equal("two three", Named("my group"));
        Assert.Equal("two three", Named("my_group"));
        Assert.Equal(2, service.Named("my group")!.Retries);
        Assert.Null(service.Named("F_my_group"));
        string Named(string name) => service.Named(name)!.Pick(new View(), Random)!.Origin.Name;
    }

    private static Backend Backend(string name) => new() { Name = name, Address = "192.0.2.1" };

    private static Candidates Of(GroupKind kind, params (string Name, int Weight)[] members) =>
        new([.. members.Select(member => (Origins.Live(member.Name), member.Weight))], kind, 75, 5);
}
