using EdgeInfra.Edge.Signing;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>A probe that goes the policy's way, so that a private bucket can be expected to answer 200.</summary>
internal static class PolicyProbe
{
    /// <summary>What is asked for, and with which headers; as the probe says where there is no policy.</summary>
    public static (string Target, HeaderList Headers) Of(LivePolicy? policy, HealthProbe probe, DateTimeOffset now)
    {
        var headers = new HeaderList();
        foreach (var line in probe.Headers)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal); // there is one, or the healthcheck would have been refused
            headers.Add(line[..colon], line[(colon + 1)..].Trim());
        }

        if (policy is null)
        {
            return (probe.Path, headers);
        }

        var end = probe.Path.IndexOf('?', StringComparison.Ordinal);
        var query = end < 0 ? "" : probe.Path[(end + 1)..];
        var path = WirePath.TryRead(probe.Path, out var read, out _) && WirePath.TryForOrigin(read, policy.Prefix, policy.Index, out var wire, out _)
            ? wire : probe.Path;
        policy.Signer?.Sign(new SigningRequest(probe.Method, path, probe.Host, now), headers, ref query);
        return (query.Length > 0 ? $"{path}?{query}" : path, headers);
    }
}
