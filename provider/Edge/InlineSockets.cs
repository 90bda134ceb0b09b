namespace EdgeInfra.Edge;

/// <summary>
/// Lets whoever waits for a socket go on in the very thread that sees it ready, instead of being handed to another one: the hand-over costs
/// more than the HTTP work. So nothing on the way of a request may block; whatever may has to move to the thread pool.
/// </summary>
internal static class InlineSockets
{
    private const string Switch = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>To be called before the first socket is made; afterwards it does nothing. Who sets the variable to 0 keeps it off.</summary>
    public static void TurnOn()
    {
        if (Environment.GetEnvironmentVariable(Switch) is null)
        {
            Environment.SetEnvironmentVariable(Switch, "1");
        }
    }
}
