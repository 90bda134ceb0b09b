using EdgeInfra.Edge.Signing;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>
/// What policies are while configurations come and go: equal ones of one origin are one, so what was learnt of the origin stays. Whatever no
/// configuration in use names any more is let go.
/// </summary>
/// <param name="place">This node's place, as origins are told it.</param>
internal sealed class PolicyRegistry(OriginSigners signers, string place)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(OriginIdentity, OriginPolicy), Counted> _policies = [];

    /// <summary>null for an origin without a policy. Give it back with <see cref="Release"/>.</summary>
    public LivePolicy? Take(Origin origin)
    {
        if (origin.Policy is not { } policy)
        {
            return null;
        }

        lock (_gate)
        {
            if (!_policies.TryGetValue((origin.Identity, policy), out var counted))
            {
                _policies[(origin.Identity, policy)] = counted = new Counted(Made(policy, origin.Name));
            }

            counted.Users++;
            return counted.Policy;
        }
    }

    /// <summary>To look at only: it signs nothing.</summary>
    public static LivePolicy? Peek(Origin origin) => origin.Policy is { } policy ? new LivePolicy(policy, signer: null, edgeAuth: null) : null;

    public void Release(Origin origin)
    {
        if (origin.Policy is not { } policy)
        {
            return;
        }

        lock (_gate)
        {
            if (--_policies[(origin.Identity, policy)].Users == 0)
            {
                _policies.Remove((origin.Identity, policy));
            }
        }
    }

    private LivePolicy Made(OriginPolicy policy, string backend) => new(
        policy,
        policy.Signing is { } signing ? signers.For(signing, $"backends[\"{backend}\"].policy.signing") : null,
        policy.EdgeAuth is { } auth ? new EdgeAuthSigner(auth, place) : null);

    private sealed class Counted(LivePolicy policy)
    {
        public LivePolicy Policy => policy;

        public int Users { get; set; }
    }
}
