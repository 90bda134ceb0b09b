using EdgeInfra.Edge.Proxy;

namespace Unit.Edge.Proxy;

/// <summary>How often each origin was picked.</summary>
internal sealed record Drawn(IReadOnlyDictionary<string, int> Counts, int Times)
{
    public static Drawn From(Candidates candidates, int times)
    {
        var (random, view) = (new Random(42), new View());
        return Of(Enumerable.Range(0, times).Select(_ => candidates.Pick(view, random)!.Origin.Name));
    }

    public static Drawn Of(IEnumerable<string> names)
    {
        var counts = names.CountBy(name => name).ToDictionary();
        return new(counts, counts.Values.Sum());
    }

    /// <summary>Within three standard deviations of a binomial distribution.</summary>
    public void Have(string name, double share) =>
        Assert.InRange(Math.Abs(Counts.GetValueOrDefault(name) - (Times * share)), 0, 3 * Math.Sqrt(Times * share * (1 - share)));
}
