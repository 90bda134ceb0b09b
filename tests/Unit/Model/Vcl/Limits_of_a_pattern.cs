using System.Text.RegularExpressions;
using EdgeInfra.Model.Vcl;

namespace Unit.Model.Vcl;

public sealed class Limits_of_a_pattern
{
    private readonly List<TimeSpan> _limits = [];

    private static TimeSpan Short => TimeSpan.FromMilliseconds(100);

    private static TimeSpan Long => TimeSpan.FromSeconds(1);

    [Fact]
    public void Are_used_up_by_a_busy_machine_and_it_is_asked_again_with_a_longer_one()
    {
        var pattern = LazyRegex.Of("^/api/of-a-busy-machine");
        Assert.True(Ask(pattern, failures: 1));
        Assert.Equal([Short, Long], _limits);
        Assert.True(Ask(pattern, failures: 1));
        Assert.Equal([Short, Long, Short, Long], _limits);
    }

    [Fact]
    public void Are_not_asked_for_twice_when_the_first_answer_comes_in_time()
    {
        Assert.True(Ask(LazyRegex.Of("^/api/of-a-quiet-machine"), failures: 0));
        Assert.Equal([Short], _limits);
    }

    [Fact]
    public void End_an_evil_pattern_which_has_no_second_try_afterwards()
    {
        var pattern = LazyRegex.Of("^/api/of-an-evil-pattern");
        Assert.False(Ask(pattern, failures: 2));
        Assert.Equal([Short, Long], _limits);
        Assert.False(Ask(pattern, failures: 1));
        Assert.Equal([Short, Long, Short], _limits);
        Assert.True(Ask(pattern, failures: 0)); // for other texts it may be quick
    }

    // A clock that runs past the limit, without waiting for it.
    private bool Ask(LazyRegex pattern, int failures) => pattern.Ask("/api", (regex, _) =>
    {
        _limits.Add(regex.MatchTimeout);
        return failures-- > 0 ? throw new RegexMatchTimeoutException() : true;
    });
}
