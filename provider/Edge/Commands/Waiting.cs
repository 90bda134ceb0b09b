namespace EdgeInfra.Edge.Commands;

/// <summary>Waits for something another process does, which tells nobody when it has.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Whether it came true in time.</summary>
    public static async Task<bool> Until(Func<bool> isTrue, TimeSpan limit, TimeProvider time)
    {
        var begun = time.GetTimestamp();
        using var timer = new PeriodicTimer(Interval, time);
        while (!isTrue())
        {
            if (time.GetElapsedTime(begun) > limit)
            {
                return false;
            }

            await timer.WaitForNextTickAsync().ConfigureAwait(false);
        }

        return true;
    }
}
