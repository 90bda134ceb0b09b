namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>Which headers concern one connection only and so are never passed on (RFC 9110, 7.6.1).</summary>
internal static class HopByHop
{
    /// <summary>What the Kestrel front makes of a plain "close".</summary>
    public const string Close = "close,keep-alive";

    public static bool Is(string name) => name.Length switch
    {
        2 => HeaderList.Same(name, "TE"),
        7 => HeaderList.Same(name, "Upgrade") || HeaderList.Same(name, "Trailer"),
        10 => HeaderList.Same(name, "Connection") || HeaderList.Same(name, "Keep-Alive"),
        16 => HeaderList.Same(name, "Proxy-Connection"),
        17 => HeaderList.Same(name, "Transfer-Encoding"),
        18 => HeaderList.Same(name, "Proxy-Authenticate"),
        19 => HeaderList.Same(name, "Proxy-Authorization"),
        _ => false,
    };

    /// <summary>The lines of an answer that concern more than the connection it came over.</summary>
    public static IEnumerable<HeaderLine> Passed(HeaderList headers) =>
        headers.Lines.ToArray().Where(line => !Is(line.Name) && !HeaderList.Same(line.Name, "Content-Length") && !IsNominated(headers, line.Name));

    /// <summary>Whether a Connection header says more than how long the connection lives; seldom so, and then every name must be looked up.</summary>
    public static bool NominatesHeaders(HeaderList headers)
    {
        foreach (ref readonly var line in headers.Lines)
        {
            if (HeaderList.Same(line.Name, "Connection")
                && !HeaderList.Same(line.Value, "keep-alive") && !HeaderList.Same(line.Value, "close") && !HeaderList.Same(line.Value, Close))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsNominated(HeaderList headers, string name)
    {
        foreach (ref readonly var line in headers.Lines)
        {
            if (HeaderList.Same(line.Name, "Connection") && Tokens.Contains(line.Value, name))
            {
                return true;
            }
        }

        return false;
    }
}
