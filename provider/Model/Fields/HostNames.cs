using System.Globalization;
using System.Net;

namespace EdgeInfra.Model;

/// <summary>What counts as a host name, an address and a domain of a service.</summary>
internal static class HostNames
{
    private const int MaxName = 253;
    private const int MaxLabel = 63;

    public static string? RefuseAddress(string text) =>
        IsIp(text) ? null
        : text.Contains("://", StringComparison.Ordinal) ? "leave out the scheme: give only the host name or IP address, and the port in port"
        : text.Contains(':', StringComparison.Ordinal) ? "give the port in port, not here"
        : text.Contains('/', StringComparison.Ordinal) ? "leave out the path: give only the host name or IP address"
        : RefuseName(text);

    public static string? RefuseHostHeader(string text)
    {
        if (text.StartsWith('[') && text.IndexOf(']', StringComparison.Ordinal) is > 1 and var end)
        {
            return IPAddress.TryParse(text[1..end], out _) && (end == text.Length - 1 || IsPort(text[(end + 1)..]))
                ? null : "it must be [IPv6 address] or [IPv6 address]:port";
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? RefuseName(text)
            : !IsPort(text[colon..]) ? "it must be a host name, or a host name, a colon and a port"
            : RefuseName(text[..colon]);
    }

    public static string? RefuseDomain(string text) =>
        text.StartsWith("*.", StringComparison.Ordinal) ? RefuseName(text[2..])
        : text.Contains('*', StringComparison.Ordinal) ? "a * may only stand for the whole first label, as in *.example.com"
        : text.Contains("://", StringComparison.Ordinal) ? "leave out the scheme: a domain is only a host name"
        : text.Contains(':', StringComparison.Ordinal) ? "leave out the port: a domain answers on every port"
        : RefuseName(text);

    public static bool IsIp(string text) => Ip(text) is not null;

    /// <summary>Only the usual spellings: not <c>1</c> for 0.0.0.1, as the class library would have it.</summary>
    public static IPAddress? Ip(string text) =>
        IPAddress.TryParse(text, out var address)
            && (text.Contains(':', StringComparison.Ordinal) || text.Count(c => c == '.') == 3)
            && !text.StartsWith('[') ? address : null;

    private static bool IsPort(string colonAndPort) =>
        colonAndPort.StartsWith(':')
        && ushort.TryParse(colonAndPort.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0;

    private static string? RefuseName(string text)
    {
        var name = text.EndsWith('.') ? text[..^1] : text;
        return name.Length is 0 or > MaxName ? "a host name has 1 to 253 characters"
            : name.Split('.').Select(RefuseLabel).FirstOrDefault(reason => reason is not null);
    }

    private static string? RefuseLabel(string label)
    {
        if (label.Length is 0 or > MaxLabel)
        {
            return "each part of a host name between dots has 1 to 63 characters";
        }

        // Underscores are not in the standard, but real origins and service names have them.
        return !label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? "a host name holds only letters, digits, - and dots (write other letters in their xn-- form)"
            : label[0] == '-' || label[^1] == '-' ? "no part of a host name begins or ends with -"
            : null;
    }
}
