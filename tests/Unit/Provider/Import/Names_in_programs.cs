using System.Text.RegularExpressions;
using EdgeInfra.Plugin.Import;

namespace Unit.Provider.Import;

public sealed partial class Names_in_programs
{
    [Theory]
    [InlineData("shop-api", "shopApi")]
    [InlineData("origin_1", "origin1")]
    [InlineData("API", "api")]
    [InlineData("HostName", "hostName")]
    [InlineData("1st", "backend1st")]
    [InlineData("new", "backendNew")]
    [InlineData("é!", "backend")]
    [InlineData("", "backend")]
    [InlineData("live", "backendLive")]
    public void Are_those_of_the_objects_where_that_can_be(string name, string expected) =>
        Assert.Equal(expected, new Names().Take(name, "backend"));

    [Fact]
    public void Are_each_taken_once()
    {
        var names = new Names();

        Assert.Equal(
            ["host1", "host1Backend", "host1_2"], new[] { "host-1", "host 1", "Host1" }.Select(name => names.Take(name, "backend")));
    }

    [Fact]
    public void Are_identifiers_whatever_objects_are_called()
    {
        var random = new Random(3);
        var names = new Names();
        var taken = Enumerable.Range(0, 3_000).Select(_ => names.Take(Randomly.Text(random, 6), "backend")).ToList();

        Assert.All(taken, name => Assert.Matches(Identifier(), name));
        Assert.Equal(taken.Count, taken.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.DoesNotContain(taken, name => name is "new" or "if" or "pulumi" or "on" or "config");
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9_]*$")]
    private static partial Regex Identifier();
}
