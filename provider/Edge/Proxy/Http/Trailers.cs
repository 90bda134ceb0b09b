using System.Collections.Frozen;
using System.Text;

namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>
/// Fields after a body. Only those pass that nobody has to know before the body: none that frames, routes, authenticates or describes
/// (RFC 9110, 6.5.1), or a trailer could say what was refused in the head.
/// </summary>
internal static class Trailers
{
    private static readonly FrozenSet<string> Never = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Host", "Content-Length", "Content-Encoding", "Content-Type", "Content-Range", "Content-Location", "Expect", "Max-Forwards", "Range",
        "Authorization", "WWW-Authenticate", "Authentication-Info", "Cookie", "Set-Cookie", "Cache-Control", "Pragma", "Age", "Date",
        "Expires", "Location", "Retry-After", "Vary", "Via", "Forwarded", "CDN-Loop", "Surrogate-Control", "Surrogate-Key", "X-Content-Length");

    private static readonly string[] NeverBegin = ["X-Forwarded-", "Fastly-", "If-", ":"];

    public static bool MayPass(string name) =>
        name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Tokens.NameCharacters) && !HopByHop.Is(name) && !Never.Contains(name)
        && !NeverBegin.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>The field of a line between body and end; null when it is none, or must not pass.</summary>
    public static HeaderLine? Read(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0)
        {
            return null;
        }

        var name = KnownNames.Read(line[..colon]);
        return MayPass(name) ? new(name, Encoding.Latin1.GetString(line[(colon + 1)..].Trim(" \t"u8))) : null;
    }
}
