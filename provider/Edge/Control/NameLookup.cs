using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace EdgeInfra.Edge.Control;

/// <summary>Asks the system's resolver. It may take long where no name server answers: give it a time limit.</summary>
internal static class NameLookup
{
    /// <summary>Whether a domain has an address of this machine. Of a wildcard, one name below it is looked up.</summary>
    public static async Task<bool> LeadsHere(string domain, CancellationToken cancel)
    {
        try
        {
            var found = await Dns.GetHostAddressesAsync(domain.Replace("*.", "any.", StringComparison.Ordinal), cancel).ConfigureAwait(false);
            var own = NetworkInterface.GetAllNetworkInterfaces()
                .SelectMany(network => network.GetIPProperties().UnicastAddresses).Select(address => address.Address).ToHashSet();
            return found.Any(address => IPAddress.IsLoopback(address) || own.Contains(address));
        }
        catch (Exception error) when (error is SocketException or ArgumentException or NetworkInformationException)
        {
            return false; // there is no such name
        }
    }
}
