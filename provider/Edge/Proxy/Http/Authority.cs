using System.Buffers;

namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>The authority of an absolute-form target, which stands for the Host header and so may hold no more than one may: a host and a port.</summary>
internal static class Authority
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create(".:0123456789ABCDEFabcdef");

    /// <summary>Whether it is a name or an address and perhaps a port; a user, an escape or a fragment is not taken from anybody.</summary>
    public static bool IsPlain(ReadOnlySpan<char> authority)
    {
        var colon = authority.LastIndexOf(':');
        var hasPort = colon > authority.LastIndexOf(']');
        return IsHost(hasPort ? authority[..colon] : authority) && (!hasPort || IsPort(authority[(colon + 1)..]));
    }

    private static bool IsHost(ReadOnlySpan<char> host) => host is ['[', .. var address, ']']
        ? address.Length > 0 && !address.ContainsAnyExcept(AddressCharacters)
        : host.Length > 0 && !host.ContainsAnyExcept(NameCharacters);

    private static bool IsPort(ReadOnlySpan<char> port) => port.Length is > 0 and <= 5 && !port.ContainsAnyExceptInRange('0', '9');
}
