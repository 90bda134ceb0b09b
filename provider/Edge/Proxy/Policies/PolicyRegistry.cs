using EdgeInfra.Edge.Signing;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>
/// What policies are while configurations come and go: equal ones of one origin are one, so what was learnt of the origin stays; equal signings
/// are one, so credentials and clock stay. Whatever no configuration in use names any more is let go.
/// </summary>
internal sealed class PolicyRegistry(Func<RequestSigning, string, IOriginSigner>? signers)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(OriginIdentity, OriginPolicy), Counted<LivePolicy>> _policies = [];
    private readonly Dictionary<RequestSigning, Counted<IOriginSigner>> _signers = [];

    public int Signers
    {
        get
        {
            lock (_gate)
            {
                return _signers.Count;
            }
        }
    }

    /// <summary>null for an origin without a policy. Give it back with <see cref="Release"/>.</summary>
    public LivePolicy? Take(Origin origin)
    {
        if (origin.Policy is not { } policy)
        {
            return null;
        }

        lock (_gate)
        {
            return Use(_policies, (origin.Identity, policy), () => new LivePolicy(policy, SignerFor(policy, origin.Name)));
        }
    }

    /// <summary>To look at only: it signs nothing.</summary>
    public static LivePolicy? Peek(Origin origin) => origin.Policy is { } policy ? new LivePolicy(policy, signer: null) : null;

    public void Release(Origin origin)
    {
        if (origin.Policy is not { } policy)
        {
            return;
        }

        lock (_gate)
        {
            if (Drop(_policies, (origin.Identity, policy)) && policy.Signing is { } signing && _signers.TryGetValue(signing, out var signer)
                && Drop(_signers, signing))
            {
                (signer.Value as IDisposable)?.Dispose();
            }
        }
    }

    private IOriginSigner? SignerFor(OriginPolicy policy, string backend) =>
        policy.Signing is { } signing ? Use(_signers, signing, () => signers?.Invoke(signing, backend) ?? new NoSigner()) : null;

    private static T Use<TKey, T>(Dictionary<TKey, Counted<T>> all, TKey key, Func<T> make)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out var counted))
        {
            all[key] = counted = new Counted<T>(make());
        }

        counted.Users++;
        return counted.Value;
    }

    // Whether that was the last user.
    private static bool Drop<TKey, T>(Dictionary<TKey, Counted<T>> all, TKey key)
        where TKey : notnull
    {
        if (--all[key].Users > 0)
        {
            return false;
        }

        all.Remove(key);
        return true;
    }

    private sealed class Counted<T>(T value)
    {
        public T Value { get; } = value;

        public int Users { get; set; }
    }
}
