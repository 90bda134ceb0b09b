using System.Net.Sockets;

namespace EdgeInfra.Model;

public sealed partial record Backend
{
    private const int HttpPort = 80;
    private const int HttpsPort = 443;

    /// <summary>The address when it is a host name, else null.</summary>
    public string? Hostname => HostNames.IsIp(Address) ? null : Address;

    public string? Ipv4 => HostNames.Ip(Address)?.AddressFamily == AddressFamily.InterNetwork ? Address : null;

    public string? Ipv6 => HostNames.Ip(Address)?.AddressFamily == AddressFamily.InterNetworkV6 ? Address : null;

    /// <summary>Enough to tell it apart in a log; the fields stay out, one of them is a private key.</summary>
    public override string ToString() => $"backend \"{Name}\" at {Address}:{Port}";

    /// <summary>The same backend with what follows from other fields filled in: TLS from the port.</summary>
    public Backend Normalise() => Fields.Normalise(this);

    private static Backend Settled(Backend backend) =>
        backend.UseSsl is null ? backend with { UseSsl = backend.Port == HttpsPort } : backend;

    // Ports 80 and 443 carry use_ssl with them unless the same update sets it; other ports leave it as it is.
    private static Backend FollowPort(Backend backend, IReadOnlySet<string> given) =>
        given.Contains("port") && !given.Contains("use_ssl") && backend.Port is HttpPort or HttpsPort
            ? backend with { UseSsl = backend.Port == HttpsPort }
            : backend;
}
