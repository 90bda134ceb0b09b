using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace EdgeInfra.Edge.Control;

/// <summary>Asks the system's resolver. It may take seconds where no name server answers.</summary>
internal static class NameLookup
{
    /// <summary>Whether a domain has an address of this machine. Of a wildcard, one name below it is looked up.</summary>
    public static bool LeadsHere(string domain)
    {
        try
        {
            var own = NetworkInterface.GetAllNetworkInterfaces()
                .SelectMany(network => network.GetIPProperties().UnicastAddresses).Select(address => address.Address).ToHashSet();
            return Dns.GetHostAddresses(domain.Replace("*.", "any.", StringComparison.Ordinal))
                .Any(address => IPAddress.IsLoopback(address) || own.Contains(address));
        }
        catch (Exception error) when (error is SocketException or ArgumentException or NetworkInformationException)
        {
            return false; // there is no such name
        }
    }
}
