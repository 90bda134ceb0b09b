using System.Globalization;

namespace EdgeInfra.Model;

/// <summary>
/// Hosts that may be reached: one by its name, or with <c>*.</c> in front all below a name. Without a port it means 80 and 443 only.
/// </summary>
public sealed record HostPattern(string Host, bool IsWildcard, int? Port)
{
    private const string Wildcard = "*.";

    /// <summary>Throws for a text that <see cref="Refuse"/> refuses.</summary>
    public static HostPattern Parse(string text)
    {
        var (host, port) = Split(text);
        var wild = host.StartsWith(Wildcard, StringComparison.Ordinal);
        return new(wild ? host[Wildcard.Length..] : host, wild, port);
    }

    public bool Matches(string host, int port) =>
        (Port is { } only ? port == only : port is 80 or 443)
        && (IsWildcard
            ? host.Length > Host.Length + 1 && host.EndsWith(Host, StringComparison.OrdinalIgnoreCase) && host[^(Host.Length + 1)] == '.'
            : host.Equals(Host, StringComparison.OrdinalIgnoreCase));

    // A wildcard over a whole top level would make the edge an open proxy.
    internal static string? Refuse(string text)
    {
        if (!text.StartsWith(Wildcard, StringComparison.Ordinal))
        {
            return HostNames.RefuseHostHeader(text);
        }

        return HostNames.RefuseHostHeader(text[Wildcard.Length..])
            ?? (Split(text[Wildcard.Length..]).Host.TrimEnd('.') is var below && (!below.Contains('.', StringComparison.Ordinal) || HostNames.IsIp(below))
                ? "a * must stand before a name of at least two parts, as in *.example.com" : null);
    }

    /// <summary>Name and port of <c>host</c>, <c>host:port</c> or <c>[IPv6]:port</c>, which must be in order.</summary>
    internal static (string Host, int? Port) Split(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > text.LastIndexOf(']')
            ? (text[..colon].Trim('[', ']'), int.Parse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture))
            : (text.Trim('[', ']'), null);
    }
}
