using EdgeInfra.Model;

namespace Unit.Model;

public sealed class ValueLists
{
    [Fact]
    public void Are_equal_when_their_items_are_in_order()
    {
        ValueList<string> one = ["a", "b"];
        ValueList<string> same = ["a", "b"];
        Assert.True(one == same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != ["b", "a"]);
        Assert.False(one.Equals(null));
    }

    [Fact]
    public void Make_records_that_hold_them_compare_by_content()
    {
        var version = Samples.Version(Samples.Backend());
        Assert.Equal(version, Samples.Version(Samples.Backend()));
        Assert.NotEqual(version, Samples.Version(Samples.Backend() with { Weight = 5 }));
    }

    [Fact]
    public void Do_not_change_with_the_array_they_were_made_from()
    {
        string[] items = ["a"];
        var list = items.ToValueList();
        items[0] = "b";
        Assert.Equal("a", list[0]);
    }
}
