namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>A client's body broke a rule, came too slowly, or will not come.</summary>
internal sealed class ClientBodyException(EdgeError error, string message) : IOException(message)
{
    public EdgeError Error { get; } = error;
}
