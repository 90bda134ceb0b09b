using EdgeInfra.Model;

namespace Unit.Model;

public sealed class Differences
{
    private static readonly ServiceVersion Before = Samples.Version(Samples.Backend("a"), Samples.Backend("b")) with
    {
        Healthchecks = [Samples.Healthcheck("old")],
        Conditions = [Samples.Condition("gone"), Samples.Condition("typed")],
    };

    [Fact]
    public void Are_none_between_versions_that_say_the_same()
    {
        var reordered = Before with { Number = 7, ServiceId = "other", Backends = [Before.Backends[1], Before.Backends[0]] };
        Assert.True(VersionDifference.Between(Before, reordered).IsEmpty);
        Assert.True(VersionDifference.Between(Before, Before.Normalise()).IsEmpty);
        Assert.Equal(Fingerprint.Of(Before), Fingerprint.Of(reordered));
        Assert.Equal(16, Fingerprint.Of(Before).Length);
    }

    [Fact]
    public void Come_in_the_order_of_who_refers_to_whom()
    {
        var after = Before with
        {
            Domains = ["new.example.com"],
            Backends = [Samples.Backend("a") with { Weight = 5, Healthcheck = "new" }, Samples.Backend("c")],
            Healthchecks = [Samples.Healthcheck("new")],
            Conditions = [Samples.Condition("typed") with { Type = "CACHE" }],
        };
        var difference = VersionDifference.Between(Before, after);
        Assert.Equal(
            [
                "Added Domain new.example.com", "Changed Condition typed", "Added Healthcheck new", "Changed Backend a", "Added Backend c",
                "Removed Backend b", "Removed Healthcheck old", "Removed Condition gone", "Removed Domain www.example.com",
            ],
            difference.Objects.Select(change => $"{change.Action} {change.Kind} {change.Name}"));
        Assert.Equal(["weight", "healthcheck"], difference.Objects[3].Fields.Select(change => change.Property).Order(StringComparer.Ordinal).Reverse());
        Assert.True(difference.Objects[1].Replaces);
        Assert.False(difference.Objects[3].Replaces);
    }

    [Fact]
    public void Name_exactly_the_one_field_that_changed()
    {
        var after = Before with { Backends = [Before.Backends[0] with { Weight = 5 }, Before.Backends[1]] };
        var change = Assert.Single(VersionDifference.Between(Before, after).Objects);
        Assert.Equal("weight: 100 => 5", Assert.Single(change.Fields).ToString());
        Assert.NotEqual(Fingerprint.Of(Before), Fingerprint.Of(after));
    }

    [Fact]
    public void Include_the_comment_of_the_version()
    {
        var difference = VersionDifference.Between(Before, Before with { Comment = "x" });
        Assert.False(difference.IsEmpty);
        Assert.Equal("x", difference.Comment!.After);
    }

    [Theory]
    [InlineData("conect_timeout", "connectTimeout")]
    [InlineData("PORT", "port")]
    [InlineData("prot", "port")]
    [InlineData("zzzzzz", null)]
    public void Of_spelling_lead_to_the_nearest_name(string typed, string? meant) =>
        Assert.Equal(meant, Nearest.To(typed, Backend.Fields.Select(field => field.Name)));
}
