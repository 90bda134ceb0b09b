namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>The latest probes of an origin, and whether enough of them succeeded. Begins filled with as many successes as are assumed at the start.</summary>
internal sealed class HealthWindow
{
    private readonly bool[] _results;
    private readonly int _threshold;
    private int _next;
    private int _good;

    public HealthWindow(int window, int threshold, int initial)
    {
        _results = new bool[window];
        _threshold = threshold;
        // The assumed successes are the newest of the past, so that the failures before them leave the window first.
        _good = Math.Min(initial, window);
        _results.AsSpan(window - _good).Fill(true);
        IsHealthy = _good >= threshold;
    }

    /// <summary>May be read while <see cref="Add"/> runs on another thread.</summary>
    public bool IsHealthy { get; private set; }

    public void Add(bool success)
    {
        _good += (success ? 1 : 0) - (_results[_next] ? 1 : 0);
        _results[_next] = success;
        _next = (_next + 1) % _results.Length;
        IsHealthy = _good >= _threshold;
    }

    public override string ToString() => $"{_good} of the last {_results.Length} probes succeeded, {_threshold} must";
}
