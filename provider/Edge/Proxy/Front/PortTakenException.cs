using System.Net;

namespace EdgeInfra.Edge.Proxy.Front;

/// <summary>Another program listens on the port already. The message names the address; it is fit for people.</summary>
internal sealed class PortTakenException(IPEndPoint listen, Exception? cause = null)
    : Exception($"{listen}: the port is in use by another program; choose another, or 0 for a free one", cause)
{
    public IPEndPoint Listen { get; } = listen;
}
