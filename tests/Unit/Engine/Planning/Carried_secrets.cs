using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Planning;

/// <summary>Secrets that a provider may have forgotten to mark.</summary>
public sealed class Carried_secrets
{
    private static readonly PropertyMap Source = PropertyMap.Of(
        ("list", new V.List(PropertyMap.Of(("name", "a"), ("key", new V.Secret("hush-hush"))))), ("text", new V.Secret("hush")));

    [Fact]
    public void Hide_what_still_shows_them_and_all_that_was_secret_as_a_whole()
    {
        var carried = Secrets.Carry(Source, PropertyMap.Of(
            ("list", new V.List(PropertyMap.Of(("name", "a"), ("key", "is hush-hush")))), ("text", "another")));

        Assert.All(carried.Values, value => Assert.IsType<V.Secret>(value));
    }

    [Fact]
    public void Leave_a_list_in_the_open_that_came_back_without_them()
    {
        var carried = Secrets.Carry(Source, PropertyMap.Of(("list", new V.List(PropertyMap.Of(("name", "a"), ("key", "digest"))))));

        Assert.False(((V)carried).HasSecret());
    }

    [Fact]
    public void Hide_whatever_comes_back_while_they_are_unknown()
    {
        var source = PropertyMap.Of(("list", new V.List(new V.Secret(V.Unknown.Instance))));

        Assert.IsType<V.Secret>(Secrets.Carry(source, PropertyMap.Of(("list", new V.List("x"))))["list"]);
    }
}
