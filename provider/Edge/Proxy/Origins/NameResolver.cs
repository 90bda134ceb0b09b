using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>Addresses of host names, remembered for a short time. Many askers of one name share one question; a failure is not remembered.</summary>
internal sealed class NameResolver(TimeProvider time, Func<string, Task<IPAddress[]>> lookup)
{
    // The system's resolver does not tell how long an answer holds; half a minute is what load balancers in front of clouds change within.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Answer> _answers = new(StringComparer.OrdinalIgnoreCase);

    public static NameResolver OfTheSystem(TimeProvider time) => new(time, name => Dns.GetHostAddressesAsync(name));

    /// <summary>The addresses in the order in which to try them.</summary>
    public ValueTask<IReadOnlyList<IPAddress>> Resolve(string address, bool preferIpv6, CancellationToken cancel) =>
        Resolve(address, preferIpv6, Remembered, cancel);

    /// <param name="maxAge">How old an answer may be that is not asked for again; the new one is remembered for all.</param>
    public async ValueTask<IReadOnlyList<IPAddress>> Resolve(string address, bool preferIpv6, TimeSpan maxAge, CancellationToken cancel)
    {
        if (IPAddress.TryParse(address, out var literal))
        {
            return [literal];
        }

        var found = await Asked(address, maxAge).WaitAsync(cancel);
        var preferred = preferIpv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        return [.. found.OrderBy(ip => ip.AddressFamily == preferred ? 0 : 1)];
    }

    private Task<IPAddress[]> Asked(string name, TimeSpan maxAge)
    {
        if (_answers.TryGetValue(name, out var known) && !known.Addresses.IsFaulted && time.GetElapsedTime(known.At) < maxAge)
        {
            return known.Addresses;
        }

        var answer = new Answer(time.GetTimestamp(), lookup(name));
        _answers[name] = answer;
        return answer.Addresses;
    }

    private sealed record Answer(long At, Task<IPAddress[]> Addresses);
}
