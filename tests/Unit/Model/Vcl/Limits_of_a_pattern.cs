using System.Text.RegularExpressions;
using EdgeInfra.Model.Vcl;

namespace Unit.Model.Vcl;

public sealed class Limits_of_a_pattern
{
    private readonly List<(int Milliseconds, bool IsLinear)> _tries = [];

    private static (int, bool) Quick => (100, false);

    private static (int, bool) Linear => (1000, true);

    private static (int, bool) Patient => (1000, false);

    [Fact]
    public void Are_not_asked_for_twice_when_the_first_answer_comes_in_time()
    {
        Assert.True(Ask(TimedRegex.Of("^/api/of-a-quiet-machine"), failures: 0));
        Assert.Equal([Quick], _tries);
    }

    [Fact]
    public void Are_used_up_by_a_busy_machine_and_the_pattern_holds_all_the_same()
    {
        var pattern = TimedRegex.Of("^/api/of-a-busy-machine");
        Assert.True(Ask(pattern, failures: 1));
        Assert.Equal([Quick, Linear], _tries);
        Assert.True(Ask(pattern, failures: 0));
        Assert.Equal([Quick, Linear, Linear], _tries);
        Assert.True(Ask(pattern, failures: 1));
        Assert.Equal([Quick, Linear, Linear, Linear, Linear], _tries);
    }

    [Fact]
    public void Are_longer_in_the_second_try_of_a_pattern_that_looks_around()
    {
        var pattern = TimedRegex.Of("^/api(?!-of-a-busy-machine)");
        Assert.True(Ask(pattern, failures: 1));
        Assert.True(Ask(pattern, failures: 1));
        Assert.Equal([Quick, Patient, Quick, Patient], _tries);
    }

    [Theory]
    [InlineData("^/api/evil", true)]
    [InlineData("^/api(?!evil)", false)]
    public void End_an_evil_pattern_which_has_no_second_try_afterwards(string evil, bool isLinear)
    {
        var pattern = TimedRegex.Of(evil);
        Assert.False(Ask(pattern, failures: 2));
        Assert.Equal([Quick, (1000, isLinear)], _tries);
        Assert.False(Ask(pattern, failures: 1));
        Assert.Equal([Quick, (1000, isLinear), Quick], _tries);
        Assert.True(Ask(pattern, failures: 0)); // for other texts it may be quick
    }

    [Fact]
    public void Are_no_matter_to_a_pattern_that_only_backtracking_makes_slow() =>
        Assert.True(Pattern.Matches(Pattern.Compile("^(a|aa)+$|!$", out _)!, new string('a', 80) + "!"));

    // A clock that runs past the limit, without waiting for it.
    private bool Ask(TimedRegex pattern, int failures) => pattern.Ask("/api", (regex, _) =>
    {
        _tries.Add(((int)regex.MatchTimeout.TotalMilliseconds, regex.Options.HasFlag(RegexOptions.NonBacktracking)));
        return failures-- > 0 ? throw new RegexMatchTimeoutException() : true;
    });
}
