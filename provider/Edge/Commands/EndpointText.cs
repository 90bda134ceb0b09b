using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace EdgeInfra.Edge.Commands;

/// <summary>Addresses as they are given on the command line: an IP address or localhost, a colon and a port.</summary>
internal static class EndpointText
{
    public static IPEndPoint? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return null;
        }

        var host = text[..colon];
        return host == "localhost" ? new(IPAddress.Loopback, port)
            : host.Contains(':', StringComparison.Ordinal) && !host.StartsWith('[') ? null
            : IPAddress.TryParse(host, out var address) ? new(address, port) : null;
    }

    public static void Check(OptionResult result, string option, string text, string example)
    {
        if (Parse(text) is null)
        {
            result.AddError($"{option} {text}: must be an IP address (or localhost), a colon and a port from 0 to 65535, such as {example}");
        }
    }

    /// <summary>
    /// How visitors on this machine reach it. "localhost" is what browsers trust, and what names below it lead to.
    /// </summary>
    public static string Url(IPEndPoint endpoint, string scheme = "http") =>
        IPAddress.IsLoopback(endpoint.Address) || endpoint.Address.Equals(IPAddress.Any)
            || endpoint.Address.Equals(IPAddress.IPv6Any)
            ? $"{scheme}://localhost:{endpoint.Port}"
            : $"{scheme}://{endpoint}";
}
