namespace EdgeInfra.Edge.Proxy;

/// <summary>Origins that share requests by weight. The sick ones' share goes to the others, in proportion.</summary>
internal sealed class Candidates((LiveOrigin Origin, int Weight)[] members)
{
    /// <summary>Whether there is a choice at all; a single backend that is sick is told apart from a set without a healthy member.</summary>
    public bool IsSet => members.Length > 1;

    /// <summary>null when none is healthy.</summary>
    public LiveOrigin? Pick(Random random)
    {
        if (members.Length == 1)
        {
            return members[0].Origin.IsHealthy ? members[0].Origin : null;
        }

        // Health may change between the two passes; the draw is then spent on whoever is still healthy, the last of them at worst.
        var draw = HealthyWeight() is > 0 and var total ? random.NextInt64(total) : 0;
        LiveOrigin? last = null;
        foreach (var (origin, weight) in members)
        {
            if (!origin.IsHealthy)
            {
                continue;
            }

            last = origin;
            draw -= weight;
            if (draw < 0)
            {
                break;
            }
        }

        return last;
    }

    private long HealthyWeight()
    {
        var total = 0L;
        foreach (var (origin, weight) in members)
        {
            total += origin.IsHealthy ? weight : 0;
        }

        return total;
    }
}
