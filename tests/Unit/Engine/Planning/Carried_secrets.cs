using System.Text;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Planning;

/// <summary>Secrets that a provider may have forgotten to mark.</summary>
public sealed class Carried_secrets
{
    private const string Key = "hush \"hush\"\nline";

    private static readonly PropertyMap Source = PropertyMap.Of(
        ("list", Keyed(new V.Secret(Key))), ("text", new V.Secret("hush")), ("map", PropertyMap.Of(("a", new V.Secret(Key)), ("b", "open"))));

    public static TheoryData<string> Forms => new()
    {
        Key, $"is {Key}.", "hush \"hush\"\r\n  line", """{"key":"hush \"hush\"\nline"}""", Convert.ToBase64String(Encoding.UTF8.GetBytes(Key)),
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Hide_a_list_or_an_object_that_still_shows_them(string shown)
    {
        foreach (var value in new V[] { Keyed(shown), Keyed(new V.Secret("another")) with { Items = [shown, new V.Secret("another")] }, PropertyMap.Of((shown, "x")) })
        {
            Assert.Equal(new V.Secret(value), Carried("list", value, kept: true));
            Assert.Equal(new V.Secret(value), Carried("map", value, kept: true));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Hide_all_that_was_secret_as_a_whole(bool kept)
    {
        var half = new V.List("a", new V.Secret("b"));

        Assert.Equal(new V.Secret("another"), Carried("text", "another", kept));
        Assert.Equal(new V.Secret(half), Carried("text", half, kept));
        Assert.Equal(V.None, Carried("text", V.None, kept));
    }

    [Fact]
    public void Leave_a_list_in_the_open_that_came_back_without_them_from_a_provider_that_marks_them()
    {
        Assert.Equal(Keyed("digest"), Carried("list", Keyed("digest"), kept: true));
        Assert.Equal(Keyed(new V.Secret(Key)), Carried("list", Keyed(new V.Secret(Key)), kept: true));
    }

    [Fact]
    public void Hide_whatever_becomes_of_a_list_at_a_provider_that_does_not_know_them()
    {
        Assert.Equal(new V.Secret(Keyed("6875736821")), Carried("list", Keyed("6875736821"), kept: false));
        Assert.Equal(new V.Secret("6875736821"), Carried("map", "6875736821", kept: false));
    }

    [Fact]
    public void Hide_only_their_own_place_in_an_object_as_Pulumi_does()
    {
        var shown = PropertyMap.Of(("a", "6875736821"), ("b", "open"), ("c", "new"));

        Assert.Equal((V)shown.With("a", new V.Secret("6875736821")), Carried("map", shown, kept: false));
        Assert.Equal(new V.Secret(shown.With("c", Key)), Carried("map", shown.With("c", Key), kept: false));
    }

    [Fact]
    public void Are_not_seen_in_every_short_text_beside_a_marked_one()
    {
        var list = new V.List(new V.Secret("a"), "banana", new V.Secret(443), 443);

        Assert.Equal(list, Secrets.Carry(PropertyMap.Of(("x", list)), PropertyMap.Of(("x", list)), kept: true)["x"]);
    }

    [Fact]
    public void Hide_whatever_comes_back_while_they_are_unknown()
    {
        var source = PropertyMap.Of(("list", new V.List(new V.Secret(V.Unknown.Instance))));

        Assert.IsType<V.Secret>(Secrets.Carry(source, PropertyMap.Of(("list", new V.List("x"))), kept: true)["list"]);
        Assert.Equal(source, Secrets.Carry(source, source, kept: true));
    }

    private static V Carried(string name, V value, bool kept) => Secrets.Carry(Source, PropertyMap.Of((name, value)), kept)[name];

    private static V.List Keyed(V key) => new(PropertyMap.Of(("name", "a"), ("key", key)));
}
