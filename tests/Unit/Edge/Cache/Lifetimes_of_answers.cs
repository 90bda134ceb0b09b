using EdgeInfra.Edge;
using EdgeInfra.Edge.Cache;

namespace Unit.Edge.Cache;

public sealed class Lifetimes_of_answers
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Cache-Control: max-age=60", 60, "max-age")]
    [InlineData("Cache-Control: MAX-AGE=60", 60, "max-age")]
    [InlineData("Cache-Control: max-age=\"60\"", 60, "max-age")]
    [InlineData("Cache-Control: max-age=60, max-age=10", 60, "max-age")]
    [InlineData("Cache-Control: max-age=-60", 0, "max-age")]
    [InlineData("Cache-Control: max-age=6.5", 0, "max-age")]
    [InlineData("Cache-Control: max-age=", 0, "max-age")]
    [InlineData("Cache-Control: max-age=99999999999", int.MaxValue, "max-age")]
    [InlineData("Cache-Control: foo=\"max-age=5, max-age=6\", max-age=60", 60, "max-age")]
    [InlineData("Cache-Control: max-age=60|Cache-Control: s-maxage=5", 5, "s-maxage")]
    [InlineData("Cache-Control: max-age=60, s-maxage=5|Surrogate-Control: max-age=7", 7, "Surrogate-Control")]
    [InlineData("Cache-Control: max-age=60|CDN-Cache-Control: max-age=7", 7, "CDN-Cache-Control")]
    [InlineData("Cache-Control: max-age=60|CDN-Cache-Control: max-age=7;x=1, foo", 7, "CDN-Cache-Control")]
    [InlineData("Cache-Control: max-age=60|CDN-Cache-Control: max-age=7, &", 60, "max-age")]
    [InlineData("Cache-Control: max-age=60|CDN-Cache-Control: max-age=7,", 60, "max-age")]
    [InlineData("Cache-Control: max-age=60|CDN-Cache-Control: MAX-AGE=7", 60, "max-age")]
    [InlineData("Surrogate-Control: max-age=7|CDN-Cache-Control: max-age=8", 7, "Surrogate-Control")]
    [InlineData("Date: Fri, 20 Nov 2026 12:00:00 GMT|Expires: Fri, 20 Nov 2026 12:01:00 GMT", 60, "Expires")]
    [InlineData("Expires: Friday, 20-Nov-26 12:01:00 GMT", 60, "Expires")]
    [InlineData("Expires: Fri Nov 20 12:01:00 2026", 60, "Expires")]
    [InlineData("Expires: 0", 0, "Expires")]
    [InlineData("Expires: Fri, 20 Nov 2026 12:01:00 PST", 0, "Expires")]
    [InlineData("Expires: Fri, 20 Nov 2026 12:01:00 GMT|Cache-Control: max-age=5", 5, "max-age")]
    [InlineData("Content-Type: text/html", 120, "default")]
    public void Come_from_the_first_source_that_speaks(string head, int seconds, string source)
    {
        var lifetime = Freshness.Of(Head(head), Wish(), Noon);

        Assert.Equal((TimeSpan.FromSeconds(seconds), source), (lifetime.Fresh, lifetime.Source));
    }

    [Fact]
    public void Are_what_the_configuration_wishes_whatever_the_answer_says()
    {
        var lifetime = Freshness.Of(
            Head("Surrogate-Control: max-age=7"), Wish() with { Ttl = TimeSpan.FromHours(1), Source = "policy" }, Noon);

        Assert.Equal((TimeSpan.FromHours(1), "policy"), (lifetime.Fresh, lifetime.Source));
    }

    [Theory]
    [InlineData("Cache-Control: max-age=1, stale-while-revalidate=30, stale-if-error=40", 30, 40)]
    [InlineData("Cache-Control: stale-while-revalidate=30|Surrogate-Control: max-age=1, stale-while-revalidate=5", 5, 0)]
    [InlineData("Cache-Control: max-age=1", 0, 0)]
    public void Go_on_for_those_who_can_wait(string head, int revalidating, int error)
    {
        var lifetime = Freshness.Of(Head(head), Wish(), Noon);

        Assert.Equal((TimeSpan.FromSeconds(revalidating), TimeSpan.FromSeconds(error)), (lifetime.WhileRevalidating, lifetime.IfError));
    }

    [Theory]
    [InlineData("Age: 30", 32)]
    [InlineData("Age: 30, 7200", 32)]
    [InlineData("Age: -30", 2)]
    [InlineData("Age: 30s", 2)]
    [InlineData("Date: Fri, 20 Nov 2026 11:59:00 GMT", 62)]
    [InlineData("Date: Fri, 20 Nov 2026 12:01:00 GMT", 2)]
    [InlineData("Date: Fri, 20 Nov 2026 11:59:00 GMT|Age: 90", 92)]
    public void Began_before_the_answer_came(string head, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), Freshness.InitialAge(Head(head), Noon, Noon.AddSeconds(2)));
    }

    internal static CacheWish Wish() => new() { DefaultTtl = TimeSpan.FromSeconds(120) };

    internal static HeaderList Head(string lines)
    {
        var headers = new HeaderList();
        foreach (var line in lines.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(line[..colon], line[(colon + 1)..].Trim());
        }

        return headers;
    }
}
