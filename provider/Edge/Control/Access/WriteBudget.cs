namespace EdgeInfra.Edge.Control;

/// <summary>How many writes a token has left in this hour. Wide enough for any honest use: it stops a program that runs in circles.</summary>
internal sealed class WriteBudget(TimeProvider clock, int perHour = WriteBudget.PerHour)
{
    public const int PerHour = 1_000_000;

    private const int Hour = 3600;

    private readonly Lock _counting = new();
    private readonly Dictionary<string, int> _spent = [];
    private long _hour;

    /// <summary>Takes one write; <c>remaining</c> is negative when there was none left.</summary>
    public (int Remaining, long Reset) Take(string token)
    {
        lock (_counting)
        {
            var hour = clock.GetUtcNow().ToUnixTimeSeconds() / Hour;
            if (hour != _hour)
            {
                _hour = hour;
                _spent.Clear();
            }

            var spent = Math.Min(_spent.GetValueOrDefault(token) + 1, perHour + 1);
            _spent[token] = spent;
            return (perHour - spent, (hour + 1) * Hour);
        }
    }
}
