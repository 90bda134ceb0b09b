namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>
/// Holds the credentials of one origin. New ones are got ahead of the end of the old ones, by one flight at a time, while requests go on with
/// the old ones; after a failure it waits longer each time. Nothing runs while nobody asks.
/// </summary>
internal sealed class CredentialHolder(ICredentialSource source, string subject, TimeProvider time, Action<string> log)
{
    // No service is asked more often than this, whatever it says of the lifetime.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private volatile Held? _held;
    private Task<bool>? _flight;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private TimeSpan _pause;

    /// <summary>Those to sign with; null before there were any.</summary>
    public StoreCredentials? Current => _held?.Credentials;

    /// <summary>Waits until there are credentials that hold; false when there are none in time.</summary>
    public ValueTask<bool> Ready(TimeSpan within, CancellationToken cancel)
    {
        var (held, now) = (_held, time.GetUtcNow());
        if (held is not null && now < held.RefreshAt)
        {
            return new ValueTask<bool>(true);
        }

        var flight = Begin(now, byForce: false);
        held = _held; // a source that need not wait is done
        return held is not null && held.HoldsAt(now) ? new ValueTask<bool>(true)
            : flight is null ? new ValueTask<bool>(false)
            : new ValueTask<bool>(Landed(flight, within, cancel));
    }

    /// <summary>Gets new credentials because the store does not take these; whether there are others now.</summary>
    public async ValueTask<bool> Renew(CancellationToken cancel)
    {
        var (before, now) = (_held, time.GetUtcNow());
        if (before is not null && now - before.AskedAt < ShortestPause)
        {
            return before.IsRenewal && now - before.Since < ShortestPause; // another request was refused, too: it has just been done
        }

        if (Begin(now, byForce: true) is { } flight)
        {
            await Landed(flight, LongestPause, cancel);
        }

        return !ReferenceEquals(_held?.Credentials, before?.Credentials);
    }

    private async Task<bool> Landed(Task<bool> flight, TimeSpan within, CancellationToken cancel)
    {
        try
        {
            return await flight.WaitAsync(within, time, cancel);
        }
        catch (TimeoutException)
        {
            log($"{subject}.credentials: there were none within {within.TotalSeconds:0.###} s, so a request was answered with 503");
            return false;
        }
    }

    // null when the last one failed a moment ago.
    private Task<bool>? Begin(DateTimeOffset now, bool byForce)
    {
        lock (_gate)
        {
            if (_flight is not null)
            {
                return _flight;
            }

            if (now < _notBefore || (!byForce && _held is { } held && now < held.RefreshAt))
            {
                return _held is not null && _held.HoldsAt(now) ? Task.FromResult(true) : null;
            }

            var flight = Fly();
            _flight = flight.IsCompleted ? null : flight;
            return flight;
        }
    }

    private async Task<bool> Fly()
    {
        try
        {
            Take(await source.Get(CancellationToken.None)); // not the request's: others wait for it, too
            return true;
        }
        catch (CredentialException failure)
        {
            Fail(failure.Message);
            return false;
        }
        finally
        {
            lock (_gate)
            {
                _flight = null;
            }
        }
    }

    private void Take(StoreCredentials got)
    {
        lock (_gate)
        {
            var (now, before) = (time.GetUtcNow(), _held);
            if (got.Expires <= now)
            {
                throw new CredentialException($"they ended at {got.Expires:u}; give new ones");
            }

            var isSame = before is not null && got.SameAs(before.Credentials);
            if (got.Expires is { } end && end - now <= source.Ahead && (before is null || (isSame && !before.IsEnding)))
            {
                log($"{subject}.credentials: they end at {end:u}, and there are no later ones yet");
            }

            _held = new Held(
                isSame ? before!.Credentials : got, // derived keys stay
                RefreshAt(got.Expires, now),
                AskedAt: now,
                Since: isSame ? before!.Since : now,
                IsRenewal: isSame ? before!.IsRenewal : before is not null,
                IsEnding: got.Expires - now <= source.Ahead);
            (_pause, _notBefore) = (TimeSpan.Zero, DateTimeOffset.MinValue);
        }
    }

    private DateTimeOffset RefreshAt(DateTimeOffset? expires, DateTimeOffset now)
    {
        if (expires is not { } end)
        {
            return source.Again is { } again ? now + again : DateTimeOffset.MaxValue;
        }

        var ahead = source.Ahead < (end - now) / 4 ? source.Ahead : (end - now) / 4;
        return end - ahead > now + ShortestPause ? end - ahead : now + ShortestPause;
    }

    private void Fail(string why)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _pause = _pause == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
            _notBefore = now + _pause;
            var meanwhile = _held is { } held && held.HoldsAt(now) ? "the old ones still hold" : "requests are answered with 503";
            log($"{subject}.credentials: {why}; {meanwhile}, next try in {_pause.TotalSeconds:0} s");
        }
    }

    private sealed record Held(
        StoreCredentials Credentials, DateTimeOffset RefreshAt, DateTimeOffset AskedAt, DateTimeOffset Since, bool IsRenewal, bool IsEnding)
    {
        public bool HoldsAt(DateTimeOffset now) => Credentials.Expires is not { } end || now < end;
    }
}
