namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <content>How long a client may take. Looked at once a second, from another thread.</content>
internal sealed partial class SocketConnection
{
    private const string Http11 = "HTTP/1.1";

    private volatile Phase _phase;
    private TimeSpan _since;
    private TimeSpan _bodyTime;
    private TimeSpan _sendingSince;
    private long _sending;

    /// <summary>Whether what comes of the body is thrown away.</summary>
    public bool IsDiscarding { get; private set; }

    /// <summary>From now on the client is waited for in this way.</summary>
    public void Enter(Phase phase)
    {
        if (phase is not (Phase.Discarding or Phase.Serving or Phase.Body))
        {
            _since = _front.Now;
        }

        _phase = phase;
    }

    public void SendingBegan(long bytes)
    {
        _sendingSince = _front.Now;
        Volatile.Write(ref _sending, bytes);
    }

    public void SendingEnded() => Volatile.Write(ref _sending, 0);

    /// <summary>Ends the wait for the next request. One that has begun may still end.</summary>
    public void Stop()
    {
        var ticket = _input.Receiver.Ticket;
        if (_phase is Phase.Idle or Phase.Closing)
        {
            _input.Receiver.Wake(ticket, Woken.Stopping);
        }
    }

    /// <summary>Sees whether the client takes too long.</summary>
    /// <param name="passed">Since the last look.</param>
    public void Look(TimeSpan passed)
    {
        var ticket = _input.Receiver.Ticket; // before the phase: if that changes, the ticket is void
        var phase = _phase;
        var waited = _front.Now - _since - SocketFront.Tick; // a wait may have begun just before a tick
        var limits = _front.Limits;
        if (phase == Phase.Body)
        {
            _bodyTime += passed;
        }

        var isOver = phase switch
        {
            Phase.Idle => waited >= limits.Idle,
            Phase.Head => waited >= limits.HeadersTime,
            Phase.Body => _bodyTime > limits.SlowTime && _body.Seen < limits.BytesPerSecond * _bodyTime.TotalSeconds,
            Phase.Discarding or Phase.Closing => waited >= LastWait,
            _ => false,
        };
        if (isOver)
        {
            _input.Receiver.Wake(ticket, Woken.TimedOut);
        }

        if (Volatile.Read(ref _sending) is > 0 and var bytes
            && _front.Now - _sendingSince - SocketFront.Tick > Longest(limits.SlowTime, TimeSpan.FromSeconds(bytes / limits.BytesPerSecond)))
        {
            Abort();
        }
    }

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
