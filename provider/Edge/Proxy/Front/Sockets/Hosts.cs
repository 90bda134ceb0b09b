using System.Buffers;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>What a Host header may be, and what a target says about the host.</summary>
internal static class Hosts
{
    private const string Words = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static readonly SearchValues<byte> AuthorityBytes = SearchValues.Create([.. (Words + ":.-[]@").Select(c => (byte)c)]);

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(Words + "!$&'()-._~");

    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create("0123456789ABCDEFabcdef:.");

    /// <summary>Whether it is nothing, or a name or an address in brackets, and perhaps a port.</summary>
    public static bool IsPlain(string host)
    {
        if (host.Length == 0)
        {
            return true;
        }

        var end = host[0] == '[' ? host.IndexOf(']', StringComparison.Ordinal) + 1 : host.AsSpan().IndexOfAnyExcept(NameCharacters);
        return host[0] == '['
            ? end >= 5 && !host.AsSpan(1, end - 2).ContainsAnyExcept(AddressCharacters) && IsPort(host.AsSpan(end))
            : end < 0 || (end > 0 && IsPort(host.AsSpan(end)));
    }

    /// <summary>The authority of an absolute target, and path and query as an origin is asked for them.</summary>
    public static (string Authority, string Path) Split(string target)
    {
        var rest = target.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = target.AsSpan(rest).IndexOfAny('/', '?');
        return path < 0 ? (target[rest..], "/")
            : (target.Substring(rest, path), target[rest + path] == '/' ? target[(rest + path)..] : "/" + target[(rest + path)..]);
    }

    /// <summary>Whether an absolute target's authority can stand for a Host header.</summary>
    public static bool IsAuthority(string authority)
    {
        var port = authority.LastIndexOf(':');
        return Authority.IsPlain(authority)
            && (port <= authority.LastIndexOf(']') || ushort.TryParse(authority.AsSpan(port + 1), System.Globalization.CultureInfo.InvariantCulture, out _));
    }

    private static bool IsPort(ReadOnlySpan<char> rest) => rest.IsEmpty || (rest.Length > 1 && rest[0] == ':' && !rest[1..].ContainsAnyExceptInRange('0', '9'));
}
