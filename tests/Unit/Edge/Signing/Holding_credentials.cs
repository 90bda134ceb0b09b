using EdgeInfra.Edge.Signing.Credentials;
using Kit;

namespace Unit.Edge.Signing;

public sealed class Holding_credentials
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly ManualTime _time = new();
    private readonly ScriptedSource _source = new();
    private readonly List<string> _log = [];
    private readonly CredentialHolder _holder;

    public Holding_credentials() => _holder = new CredentialHolder(_source, "backends[\"site\"].policy.signing", _time, _log.Add);

    [Fact]
    public async Task Lets_requests_that_come_before_them_wait_for_one_flight()
    {
        var waiting = Enumerable.Range(0, 20).Select(_ => _holder.Ready(Patience, default).AsTask()).ToList();
        Assert.All(waiting, one => Assert.False(one.IsCompleted));

        _source.Gives("first", In(hours: 6));

        Assert.All(await Task.WhenAll(waiting), Assert.True);
        Assert.Equal(1, _source.Asked);
        Assert.Equal("first", _holder.Current!.AccessKey);
    }

    [Fact]
    public async Task Gives_up_waiting_in_time_and_names_the_property()
    {
        var waiting = _holder.Ready(Patience, default).AsTask();

        _time.Advance(Patience);

        Assert.False(await waiting);
        Assert.Contains("backends[\"site\"].policy.signing.credentials", Assert.Single(_log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_waiting_when_the_client_goes()
    {
        using var gone = new CancellationTokenSource();
        var waiting = _holder.Ready(Patience, gone.Token).AsTask();

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Gets_new_ones_ahead_of_the_end_while_the_old_ones_still_serve()
    {
        await Given("first", In(hours: 1));
        Assert.True(_holder.Ready(Patience, default).AsTask().IsCompletedSuccessfully);
        Assert.Equal(1, _source.Asked);

        _source.Holds();
        _time.Advance(TimeSpan.FromMinutes(56));
        var during = _holder.Ready(Patience, default).AsTask();

        Assert.True(during.IsCompletedSuccessfully && await during);
        Assert.Equal(("first", 2), (_holder.Current!.AccessKey, _source.Asked));
        _source.Gives("second", In(hours: 1));
        await Eventually(() => _holder.Current!.AccessKey == "second");
    }

    [Fact]
    public async Task Keeps_the_old_ones_through_failures_and_waits_longer_each_time()
    {
        await Given("first", In(hours: 1));
        _source.Holds();
        _source.Fails("the service is away");
        _time.Advance(TimeSpan.FromMinutes(56));

        Assert.True(await _holder.Ready(Patience, default));
        Assert.True(await _holder.Ready(Patience, default)); // within the pause: not asked again
        Assert.Equal(2, _source.Asked);
        Assert.EndsWith("the service is away; the old ones still hold, next try in 1 s", _log[^1], StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await _holder.Ready(Patience, default));
        Assert.EndsWith("next try in 2 s", _log[^1], StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromMinutes(5)); // now they have ended
        Assert.False(await _holder.Ready(Patience, default));
        Assert.Contains("requests are answered with 503", _log[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recovers_when_the_source_does()
    {
        _source.Fails("not yet");
        Assert.False(await _holder.Ready(Patience, default));
        Assert.False(await _holder.Ready(Patience, default));
        Assert.Equal(1, _source.Asked);

        _source.Holds();
        _source.Gives("first", null);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await _holder.Ready(Patience, default));
    }

    [Fact]
    public async Task Does_not_take_ones_that_have_ended()
    {
        _source.Gives("old", In(hours: -1));

        Assert.False(await _holder.Ready(Patience, default));
        Assert.Contains("they ended at", Assert.Single(_log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_ask_all_the_time_for_ones_that_end_soon()
    {
        await Given("short", In(hours: 0.001));
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.True(await _holder.Ready(Patience, default));
        Assert.Equal(1, _source.Asked);
    }

    [Fact]
    public async Task Gets_new_ones_when_the_store_refuses_these_and_says_whether_there_are_others()
    {
        await Given("first", null);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await _holder.Renew(default)); // the same again
        Assert.False(await _holder.Renew(default)); // and not asked for each request that is refused
        Assert.Equal(2, _source.Asked);

        _source.Holds();
        _source.Gives("second", null);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await _holder.Renew(default));
        Assert.True(await _holder.Renew(default)); // another request that was under way with the old ones
        Assert.Equal(3, _source.Asked);
    }

    private DateTimeOffset In(double hours) => _time.GetUtcNow().AddHours(hours);

    private async Task Given(string key, DateTimeOffset? until)
    {
        _source.Gives(key, until);
        Assert.True(await _holder.Ready(Patience, default));
    }

    private static async Task Eventually(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Yield();
        }
    }
}
