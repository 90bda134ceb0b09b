using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <summary>Origins that share requests. The sick ones' share goes to the others, in proportion. Picking takes no lock and no memory.</summary>
internal sealed class Candidates
{
    private readonly Candidate[] _members;
    private readonly GroupKind _kind;
    private readonly int _quorum;
    private readonly long _totalWeight;

    /// <summary>A lone backend, or the automatically balanced ones.</summary>
    public Candidates((LiveOrigin Origin, int Weight)[] members)
        : this(members, GroupKind.Random, quorum: 0, retries: members.Length > 1 ? members.Length : 0)
    {
    }

    /// <summary>The members of a director.</summary>
    public Candidates((LiveOrigin Origin, int Weight)[] members, GroupKind kind, int quorum, int retries)
    {
        (_kind, _quorum, Retries) = (kind, quorum, retries);
        _members = [.. members.Select(member => new Candidate(member.Origin, member.Weight, KeyHash.Of(member.Origin.Origin.Name)))];
        _totalWeight = members.Sum(member => (long)member.Weight);
    }

    /// <summary>How many others may be tried after one that could not be reached.</summary>
    public int Retries { get; }

    /// <summary>What to answer when there was none to pick. A single backend that is sick is told apart from a set without a healthy member.</summary>
    public EdgeError WhyNone(bool throughShield = false) =>
        !HasQuorum(throughShield) ? EdgeError.QuorumNotReached
        : _members.Length == 1 ? EdgeError.BackendUnhealthy
        : EdgeError.NoHealthyBackends;

    /// <summary>null when none is healthy, or not enough of them.</summary>
    /// <param name="tried">Those not to be picked any more.</param>
    /// <param name="throughShield">Whether it is enough that a shield can be reached.</param>
    public LiveOrigin? Pick(IRequestView request, Random random, List<LiveOrigin>? tried = null, bool throughShield = false) =>
        !HasQuorum(throughShield) ? null : _kind switch
    {
        GroupKind.ByObject => Closest(KeyHash.OfObject(request.Header("Host") ?? "", request.Url), tried, throughShield),
        GroupKind.ByClient => Closest(KeyHash.Of(request.ClientIp), tried, throughShield),
        _ => Draw(random, tried, throughShield),
    };

    /// <summary>How likely each member is to be picked for this request, in the order of their names in the version. For explanations only.</summary>
    public IEnumerable<(LiveOrigin Origin, int Weight, double Share)> Shares(IRequestView request)
    {
        var (total, quorum) = (HealthyWeight(null, throughShield: false), HasQuorum(throughShield: false));
        var only = _kind is GroupKind.ByObject or GroupKind.ByClient ? Pick(request, Random.Shared) : null;
        return _members.Select(member => (member.Origin, member.Weight,
            !quorum || !member.Origin.IsHealthy ? 0.0
            : only is not null ? (ReferenceEquals(only, member.Origin) ? 1.0 : 0.0)
            : (double)member.Weight / total));
    }

    private bool HasQuorum(bool throughShield) => _quorum == 0 || HealthyWeight(null, throughShield) * 100 >= _totalWeight * _quorum;

    private LiveOrigin? Draw(Random random, List<LiveOrigin>? tried, bool throughShield)
    {
        if (_members.Length == 1)
        {
            return _members[0].MayBe(tried, throughShield) ? _members[0].Origin : null;
        }

        // Health may change between the two passes; the draw is then spent on whoever is still healthy, the last of them at worst.
        var draw = HealthyWeight(tried, throughShield) is > 0 and var total ? random.NextInt64(total) : 0;
        LiveOrigin? last = null;
        foreach (ref readonly var member in _members.AsSpan())
        {
            if (!member.MayBe(tried, throughShield))
            {
                continue;
            }

            last = member.Origin;
            draw -= member.Weight;
            if (draw < 0)
            {
                break;
            }
        }

        return last;
    }

    // Rendezvous hashing: each member draws a number for the key, the smallest wins. One that comes or goes moves only its own share.
    private LiveOrigin? Closest(ulong key, List<LiveOrigin>? tried, bool throughShield)
    {
        var (closest, distance) = ((LiveOrigin?)null, double.PositiveInfinity);
        foreach (ref readonly var member in _members.AsSpan())
        {
            if (member.MayBe(tried, throughShield) && member.Distance(key) is var its && its < distance)
            {
                (closest, distance) = (member.Origin, its);
            }
        }

        return closest;
    }

    private long HealthyWeight(List<LiveOrigin>? tried, bool throughShield)
    {
        var total = 0L;
        foreach (ref readonly var member in _members.AsSpan())
        {
            total += member.MayBe(tried, throughShield) ? member.Weight : 0;
        }

        return total;
    }
}
