using System.Net;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>The connections to one origin identity: those in use are counted against its limit, those idle wait for the next request, the latest first.</summary>
internal sealed class OriginPool : IDisposable
{
    private readonly OriginIdentity _identity;
    private readonly OriginDialer _dialer;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<OriginConnection> _idle = [];
    private readonly ITimer _sweep;
    private readonly Places _places;
    private bool _sweeping;
    private bool _closed;

    public OriginPool(OriginIdentity identity, NameResolver names, TimeProvider time)
    {
        (_identity, _time) = (identity, time);
        _places = new Places(identity.MaxConnections, time);
        _dialer = new OriginDialer(identity, names, time);
        _sweep = time.CreateTimer(_ => Sweep(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int InUse => _places.Taken;

    /// <summary>Requests that wait for a place.</summary>
    public int Waiting => _places.Waiting;

    public int Idle
    {
        get
        {
            lock (_gate)
            {
                return _idle.Count;
            }
        }
    }

    /// <summary>Takes one of the origin's places, waiting a little if need be; false when there is none. Give it back with <see cref="Leave"/>.</summary>
    public ValueTask<bool> Enter(TimeSpan patience, CancellationToken cancel) => _places.Enter(patience, cancel);

    public void Leave() => _places.Leave();

    /// <summary>A connection that was used before and can be used again, or null.</summary>
    /// <param name="mayUse">Which addresses may be used; null means all. Connections to others are closed.</param>
    public OriginConnection? TakeIdle(Func<IPAddress, bool>? mayUse)
    {
        while (Pop() is { } connection)
        {
            if (IsFresh(connection) && (mayUse is null || connection.Address is null || mayUse(connection.Address)) && connection.IsQuiet())
            {
                connection.Uses++;
                return connection;
            }

            connection.Dispose();
        }

        return null;
    }

    public async ValueTask<OriginConnection> Dial(TimeSpan connectTimeout, Func<IPAddress, bool>? mayUse, CancellationToken cancel)
    {
        var connection = await _dialer.Dial(connectTimeout, mayUse, cancel);
        connection.Uses = 1;
        return connection;
    }

    /// <summary>Whether the request now on the connection is its last, so that the origin can be told.</summary>
    public bool IsLastUse(OriginConnection connection) => connection.Uses >= _identity.MaxUses || _identity.KeepIdle <= TimeSpan.Zero;

    /// <summary>Keeps a connection whose answer was read to the end, if it may live on.</summary>
    public void Return(OriginConnection connection)
    {
        connection.Reading.Clear();
        connection.Writing.Clear();
        if (connection.Reading.Expired || connection.Writing.Expired || connection.Input.Length > 0 || IsLastUse(connection))
        {
            connection.Dispose();
            return;
        }

        connection.Rest();
        connection.IdleSince = _time.GetTimestamp();
        if (!Push(connection))
        {
            connection.Dispose();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _idle.ForEach(connection => connection.Dispose());
            _idle.Clear();
        }

        _sweep.Dispose();
    }

    private OriginConnection? Pop()
    {
        lock (_gate)
        {
            if (_idle.Count == 0)
            {
                return null;
            }

            var last = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            return last;
        }
    }

    private bool Push(OriginConnection connection)
    {
        lock (_gate)
        {
            if (_closed || !IsFresh(connection))
            {
                return false;
            }

            _idle.Add(connection);
            if (!_sweeping)
            {
                _sweeping = true;
                _sweep.Change(_identity.KeepIdle, Timeout.InfiniteTimeSpan);
            }

            return true;
        }
    }

    private void Sweep()
    {
        lock (_gate)
        {
            // The one that has rested longest is in front.
            while (_idle.Count > 0 && !IsFresh(_idle[0]))
            {
                _idle[0].Dispose();
                _idle.RemoveAt(0);
            }

            _sweeping = _idle.Count > 0;
            if (_sweeping)
            {
                var rested = _time.GetElapsedTime(_idle[0].IdleSince);
                _sweep.Change(_identity.KeepIdle - rested + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private bool IsFresh(OriginConnection connection) =>
        _time.GetElapsedTime(connection.IdleSince) < _identity.KeepIdle
        && (_identity.MaxLifetime == Timeout.InfiniteTimeSpan || _time.GetElapsedTime(connection.OpenedAt) < _identity.MaxLifetime);
}
